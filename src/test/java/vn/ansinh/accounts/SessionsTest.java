package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.people.People;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

@LetterBoxTest
class SessionsTest {

  static final String OWN = "chieu mua ben song";

  @Autowired Sessions sessions;
  @Autowired SignIn signIn;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired Arrivals arrivals;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;
  Somebody lan;
  StartedSession first;

  @BeforeEach
  void somebody_signed_in() {
    lan = Somebody.withAccount(people, accounts);
    var answer = signIn.signIn(lan.number(), letterBox.firstPassword(lan.id()), lan.device());
    var ticket = ((SigningIn.MustSetPassword) answer).ticket();
    first = ((SettingPassword.Set) signIn.setFirstPassword(ticket, OWN, lan.device())).session();
  }

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  @Test
  void signing_in_elsewhere_ends_the_session_at_its_next_request() {
    var second = again();
    assertThat(sessions.current(first.cookieValue())).isEmpty();
    assertThat(sessions.ending(first.cookieValue())).contains(SessionEnd.REPLACED);
    assertThat(sessions.current(second.cookieValue())).isPresent();
    assertThat(sessions.ending(second.cookieValue())).isEmpty();
    assertThat(audited("SESSION_ENDED")).isEqualTo(1);
  }

  @Test
  void ten_devices_at_once_leave_one_session() throws Exception {
    var started = Together.run(10, _ -> arrivals.withoutCode(lan));
    assertThat(started.stream().filter(it -> sessions.current(it.cookieValue()).isPresent()))
        .hasSize(1);
    assertThat(live()).isEqualTo(1);
  }

  @Test
  void signing_out_ends_it_and_ending_it_twice_changes_nothing() {
    var session = sessions.current(first.cookieValue()).orElseThrow();
    sessions.end(session);
    sessions.end(session);
    assertThat(sessions.current(first.cookieValue())).isEmpty();
    assertThat(sessions.ending(first.cookieValue())).contains(SessionEnd.SIGNED_OUT);
    assertThat(audited("SIGNED_OUT")).isEqualTo(1);
  }

  @Test
  void half_an_hour_without_a_request_ends_it() {
    clock.advance(Duration.ofMinutes(29));
    assertThat(sessions.current(first.cookieValue())).isPresent();
    clock.advance(Duration.ofMinutes(29));
    assertThat(sessions.current(first.cookieValue())).isPresent();
    clock.advance(Duration.ofMinutes(30));
    assertThat(sessions.current(first.cookieValue())).isEmpty();
    assertThat(sessions.ending(first.cookieValue())).contains(SessionEnd.TIMED_OUT);
    again();
    assertThat(sessions.ending(first.cookieValue())).contains(SessionEnd.TIMED_OUT);
  }

  @Test
  void a_day_ends_it_however_busy() {
    for (int i = 0; i < 60; i++) {
      clock.advance(Duration.ofMinutes(24));
      if (i < 59) {
        assertThat(sessions.current(first.cookieValue())).isPresent();
      }
    }
    assertThat(sessions.current(first.cookieValue())).isEmpty();
  }

  @Test
  void use_is_noted_at_most_once_a_minute() {
    var before = lastSeen();
    sessions.current(first.cookieValue());
    assertThat(lastSeen()).isEqualTo(before);
    clock.advance(Duration.ofSeconds(61));
    sessions.current(first.cookieValue());
    assertThat(lastSeen()).isNotEqualTo(before);
  }

  @Test
  void the_cookies_secret_is_not_stored() {
    var rows =
        sql.sql("select to_jsonb(s)::text from accounts.session s where person_id = :id")
            .param("id", lan.id().value())
            .query(String.class)
            .list();
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst()).doesNotContain(first.cookieValue().substring(37));
    assertThat(List.of(first.toString())).noneMatch(it -> it.contains(first.cookieValue()));
  }

  @Test
  void sessions_ended_half_a_year_ago_are_swept() {
    sessions.end(sessions.current(first.cookieValue()).orElseThrow());
    clock.advance(Duration.ofDays(181));
    sessions.sweep();
    assertThat(sessions.ending(first.cookieValue())).isEmpty();
  }

  private StartedSession again() {
    return arrivals.arrive(lan, OWN, Somebody.anyDevice());
  }

  private long live() {
    return sql.sql(
            "select count(*) from accounts.session where person_id = :id and ended_at is null")
        .param("id", lan.id().value())
        .query(Long.class)
        .single();
  }

  private String lastSeen() {
    return sql.sql("select last_seen_at::text from accounts.session where person_id = :id")
        .param("id", lan.id().value())
        .query(String.class)
        .single();
  }

  private long audited(String action) {
    return sql.sql("select count(*) from audit.entry where person_id = :id and action = :action")
        .param("id", lan.id().value())
        .param("action", action)
        .query(Long.class)
        .single();
  }
}
