package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.people.People;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

/** Requirement R12: a reminder after six months, and again only after six more. */
@LetterBoxTest
class PasswordAgeTest {

  static final String OWN = "chieu mua ben song";
  static final String NEW = "gio thoi mat ruoi";

  @Autowired PasswordReminders reminders;
  @Autowired PasswordAge age;
  @Autowired AccountStore store;
  @Autowired SignIn signIn;
  @Autowired Sessions sessions;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transaction;
  Somebody lan;
  CitizenSession session;

  @BeforeEach
  void somebody_with_a_password() {
    lan = Somebody.withAccount(people, accounts);
    var answer = signIn.signIn(lan.number(), letterBox.firstPassword(lan.id()), lan.device());
    var set =
        (SettingPassword.Set)
            signIn.setFirstPassword(
                ((SigningIn.MustSetPassword) answer).ticket(), OWN, lan.device());
    session = sessions.current(set.session().cookieValue()).orElseThrow();
  }

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  @Test
  void r12_one_message_after_six_months_and_the_next_after_six_more() {
    reminders.runNow();
    assertThat(messages()).isZero();
    assertThat(age.shouldChange(account())).isFalse();
    clock.advance(sixMonths());
    assertThat(age.shouldChange(account())).isTrue();
    reminders.runNow();
    assertThat(messages()).isEqualTo(1);
    reminders.runNow();
    clock.advance(Duration.ofDays(150));
    reminders.runNow();
    assertThat(messages()).as("not before six months").isEqualTo(1);
    clock.advance(Duration.ofDays(40));
    reminders.runNow();
    assertThat(messages()).isEqualTo(2);
  }

  @Test
  void a_new_password_is_young_and_its_change_is_told_to_every_contact() {
    clock.advance(sixMonths());
    reminders.runNow();
    assertThat(signIn.changePassword(session, OWN, NEW, lan.device()))
        .isInstanceOf(ChangingPassword.Changed.class);
    assertThat(age.shouldChange(account())).isFalse();
    assertThat(letterBox.toldOfPassword(lan.id())).hasSize(2);
    clock.advance(Duration.ofDays(170));
    reminders.runNow();
    assertThat(messages()).isEqualTo(1);
  }

  @Test
  void who_has_not_set_a_password_is_not_reminded() {
    var minh = Somebody.withAccount(people, accounts);
    clock.advance(sixMonths());
    reminders.runNow();
    assertThat(messages(minh)).isZero();
    assertThat(age.shouldChange(accounts.find(minh.id()).orElseThrow())).isFalse();
  }

  @Test
  void many_nodes_at_once_remind_once() throws Exception {
    clock.advance(sixMonths());
    Together.run(
        8,
        i -> {
          reminders.runNow();
          return i;
        });
    reminders.runNow();
    assertThat(messages()).isEqualTo(1);
  }

  @Test
  void an_old_password_must_be_changed_only_where_the_operator_says_so() {
    clock.advance(sixMonths());
    assertThat(age.mustChange(lan.id())).isFalse();
    var enforcing =
        new PasswordAge(store, new PasswordSettings(Period.ofMonths(6), true, false), clock);
    assertThat(enforcing.mustChange(lan.id())).isTrue();
    signIn.changePassword(session, OWN, NEW, lan.device());
    assertThat(enforcing.mustChange(lan.id())).isFalse();
  }

  @Test
  void a_round_reads_the_line_from_its_index() {
    var plan =
        transaction.execute(
            _ -> {
              // A test's table is so small that it would be read whole.
              sql.sql("set local enable_seqscan = off").update();
              sql.sql("set local enable_bitmapscan = off").update();
              return String.join(
                  "\n",
                  sql.sql(
                          """
                          explain select person_id from accounts.account
                          where status = 'ACTIVE'
                            and coalesce(password_reminded_at, password_set_at) <= now()
                          order by coalesce(password_reminded_at, password_set_at)
                          limit 200
                          """)
                      .query(String.class)
                      .list());
            });
    assertThat(plan).contains("account_password_age").doesNotContain("Sort");
  }

  private Duration sixMonths() {
    var now = OffsetDateTime.now(clock);
    return Duration.between(now, now.plusMonths(6)).plusDays(3);
  }

  private Account account() {
    return accounts.find(lan.id()).orElseThrow();
  }

  private long messages() {
    return messages(lan);
  }

  private long messages(Somebody who) {
    var mails = messages(who, "EMAIL");
    assertThat(messages(who, "SMS")).as("by every channel that is wanted").isEqualTo(mails);
    return mails;
  }

  private long messages(Somebody who, String channel) {
    return sql.sql(
            """
            select count(*) from notifications.message
            where subject_id = :person and kind = 'PASSWORD_AGED' and channel = :channel
            """)
        .param("person", who.id().value())
        .param("channel", channel)
        .query(Long.class)
        .single();
  }
}
