package vn.ansinh.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.federation.IdentityServer.Fault;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.people.RegisterFixtures;

/** What must not sign anybody in. */
class IdentityRefusalsTest extends SignedOnByIdentity {

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {
        "WRONG_NONCE",
        "WRONG_AUDIENCE",
        "WRONG_PARTY",
        "WRONG_ISSUER",
        "EXPIRED",
        "LONG_AGO",
        "AT_NO_TIME",
        "FROM_TOMORROW",
        "FOREIGN_KEY",
        "UNSIGNED",
        "SIGNED_WITH_OPEN_KEY",
        "ANOTHER_AT_USER_INFO"
      })
  void a_token_that_does_not_hold_is_refused(Fault fault) {
    server.does(fault);
    assertThat(signIn(own())).isInstanceOf(Coming.Refused.class);
    server.does(Fault.NONE);
    assertThat(linksOf(lan)).isEmpty();
    assertThat(signIn(own())).as("the right one").isInstanceOf(Coming.SignedIn.class);
  }

  @Test
  void another_state_another_browser_or_none_is_not_heard_and_uses_nothing_up() {
    var trip = trip();
    var stranger = leave();
    assertThat(come(new Trip(stranger.cookie(), trip.callback()), own()))
        .isInstanceOf(Coming.Over.class);
    assertThat(come(new Trip("", trip.callback()), own())).isInstanceOf(Coming.Over.class);
    var brought = trip.callback();
    var forged = new Callback(brought.code(), "x" + brought.state(), brought.issuer(), "");
    assertThat(come(new Trip(trip.cookie(), forged), own())).isInstanceOf(Coming.Over.class);
    assertThat(come(trip, own())).isInstanceOf(Coming.SignedIn.class);
    assertThat(come(trip, own())).as("again").isInstanceOf(Coming.Over.class);
  }

  @Test
  void a_code_slipped_into_another_way_is_refused_by_the_provider() {
    var victim = trip();
    var own = leave();
    var slipped =
        new Callback(
            victim.callback().code(), departures.of(own.cookie()).state().getValue(), "", "");
    assertThat(come(new Trip(own.cookie(), slipped), own())).isInstanceOf(Coming.Refused.class);
  }

  @Test
  void without_a_challenge_the_provider_gives_no_code() {
    var bare =
        leave()
            .to()
            .toString()
            .replaceAll("&?code_challenge(_method)?=[^&]*", "")
            .replace("?&", "?");
    var brought = Wanderer.bring(URI.create(bare), account);
    assertThat(brought).containsEntry("error", "invalid_request").doesNotContainKey("code");
    assertThat(leave().to().getQuery())
        .contains("code_challenge_method=S256")
        .doesNotContain("code_verifier");
  }

  @Test
  void after_ten_minutes_it_is_over() {
    var trip = trip();
    clock.advance(Duration.ofMinutes(11));
    assertThat(come(trip, own())).isInstanceOf(Coming.Over.class);
  }

  @Test
  void an_answer_of_another_provider_is_refused() {
    var trip = trip();
    var brought = trip.callback();
    var mixed = new Callback(brought.code(), brought.state(), "https://another.example", "");
    assertThat(come(new Trip(trip.cookie(), mixed), own())).isInstanceOf(Coming.Refused.class);
    var again = trip();
    var named =
        new Callback(again.callback().code(), again.callback().state(), server.issuer(), "");
    assertThat(come(new Trip(again.cookie(), named), own())).isInstanceOf(Coming.SignedIn.class);
  }

  @ParameterizedTest
  @CsvSource({
    "access_denied, Cancelled",
    "temporarily_unavailable, Unavailable",
    "server_error, Unavailable",
    "login_required, Refused",
    "'', Refused"
  })
  void what_the_provider_says_instead_of_a_code_is_told_apart(String error, String coming) {
    var left = leave();
    var state = departures.of(left.cookie()).state().getValue();
    var trip = new Trip(left.cookie(), new Callback("", state, "", error));
    assertThat(come(trip, own()).getClass().getSimpleName()).isEqualTo(coming);
    assertThat(come(trip, own())).as("once").isInstanceOf(Coming.Over.class);
  }

  @ParameterizedTest
  @CsvSource({
    "so_dinh_danh, 079190999999",
    "ho_ten, NGUYỄN THỊ HOA MẪU",
    "ho_ten, NGUYEN THI HOA MAU",
    "ngay_sinh, 16/01/1990",
    "ngay_sinh, 1990",
    "ngay_sinh, 01/1990"
  })
  void each_of_the_three_facts_must_be_the_registers(String claim, String value) {
    knowsLanWith(claim, value);
    assertThat(signIn(own())).isInstanceOf(Coming.NotMatched.class);
    assertThat(linksOf(lan)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "so_dinh_danh, 12345",
    "ngay_sinh, 31/02/1990",
    "ngay_sinh, 0000-01-15",
    "muc_do, high",
    "ho_ten, ' '"
  })
  void facts_that_make_no_sense_are_refused(String claim, String value) {
    knowsLanWith(claim, value);
    assertThat(signIn(own())).isInstanceOf(Coming.Refused.class);
  }

  @Test
  void the_register_may_know_the_year_alone_but_a_year_alone_proves_no_day() {
    var day = new BirthDate(1990, 1, 15);
    var month = new BirthDate(1990, 1, null);
    var year = new BirthDate(1990, null, null);
    assertThat(RegisterMatch.proves(day, year)).isTrue();
    assertThat(RegisterMatch.proves(day, month)).isTrue();
    assertThat(RegisterMatch.proves(day, day)).isTrue();
    assertThat(RegisterMatch.proves(year, year)).isTrue();
    assertThat(RegisterMatch.proves(year, day)).isFalse();
    assertThat(RegisterMatch.proves(month, day)).isFalse();
    assertThat(RegisterMatch.proves(day, new BirthDate(1991, null, null))).isFalse();
  }

  @Test
  void a_level_below_two_is_not_enough_linked_or_not() {
    knowsLanWith("muc_do", 1);
    assertThat(signIn(own())).isEqualTo(new Coming.LevelTooLow(1, 2));
    server.knows(account, claims(lan));
    linked();
    knowsLanWith("muc_do", "1");
    assertThat(signIn(own())).isEqualTo(new Coming.LevelTooLow(1, 2));
  }

  @Test
  void somebody_without_an_account_and_nobody_at_all_get_one_answer() {
    var without = Somebody.in(people);
    server.knows(account, claims(without));
    assertThat(signIn(Somebody.anyDevice())).isEqualTo(new Coming.NotMatched());
    knowsLanWith("so_dinh_danh", RegisterFixtures.personalId());
    assertThat(signIn(Somebody.anyDevice())).isEqualTo(new Coming.NotMatched());
    var waiting = Somebody.withAccount(people, accounts);
    server.knows(account, claims(waiting));
    assertThat(signIn(Somebody.anyDevice()))
        .as("no password of one's own yet")
        .isEqualTo(new Coming.NotMatched());
  }

  @Test
  void a_child_below_fifteen_is_led_to_a_guardian() {
    sql.sql("update people.person set birth_year = :year where person_id = :person")
        .param("year", LocalDate.now(clock).getYear() - 10)
        .param("person", lan.id().value())
        .update();
    knowsLanWith("ngay_sinh", "15/01/" + (LocalDate.now(clock).getYear() - 10));
    assertThat(signIn(own())).isInstanceOf(Coming.NotMatched.class);
  }

  @Test
  void a_register_that_has_changed_is_asked_again_at_every_sign_in() {
    linked();
    knowsLanWith("ho_ten", "NGUYỄN THỊ KHÁC");
    assertThat(signIn(own())).isInstanceOf(Coming.NotMatched.class);
    assertThat(lines("IDENTITY_REFUSED", lan)).isOne();
    server.knows(account, claims(lan));
    assertThat(signIn(own())).isInstanceOf(Coming.SignedIn.class);
  }

  @Test
  void refusals_of_one_account_at_the_provider_are_counted() {
    knowsLanWith("ho_ten", "NGUYỄN THỊ KHÁC");
    for (int i = 0; i < 10; i++) {
      assertThat(signIn(own())).isInstanceOf(Coming.NotMatched.class);
    }
    server.knows(account, claims(lan));
    assertThat(signIn(own())).isInstanceOf(Coming.TooMany.class);
    clock.advance(Duration.ofHours(25));
    server.knows(account, new HashMap<>(claims(lan)));
    assertThat(signIn(own())).isNotInstanceOf(Coming.TooMany.class);
  }

  @Test
  void nobody_leaves_for_a_provider_that_is_not_there_or_too_often() {
    assertThat(identities.leave("nowhere", "net", VIETNAMESE)).isInstanceOf(Leaving.Unknown.class);
    assertThat(identities.come("nowhere", callback(Map.of()), "", own()))
        .isInstanceOf(Coming.Over.class);
    var network = "net-" + UUID.randomUUID();
    Leaving last = null;
    for (int i = 0; i < 601; i++) {
      last = identities.leave("vneid", network, VIETNAMESE);
    }
    assertThat(last).isInstanceOf(Leaving.TooMany.class);
  }
}
