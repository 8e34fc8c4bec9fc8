package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.audit.Actor;
import vn.ansinh.people.People;
import vn.ansinh.people.RegisterFixtures;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

@LetterBoxTest
class SignInTest {

  static final String OWN = "chieu mua ben song";

  @Autowired SignIn signIn;
  @Autowired Sessions sessions;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;
  @Autowired Budgets budgets;
  @Autowired SignInSettings settings;
  @Autowired Guesses guesses;
  @Autowired UserNames userNames;
  @Autowired KnownDeviceStore knownDevices;
  @Autowired Attempts attempts;
  Somebody lan;

  @BeforeEach
  void an_account() {
    lan = Somebody.withAccount(people, accounts);
  }

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  @Test
  void the_first_password_only_leads_to_choosing_an_own_one() {
    var ticket = ticket();
    assertThat(signIn.canSetPassword(ticket)).isTrue();
    var set = signIn.setFirstPassword(ticket, OWN, lan.device());
    assertThat(set).isInstanceOf(SettingPassword.Set.class);
    assertThat(sessions.current(((SettingPassword.Set) set).session().cookieValue()))
        .hasValueSatisfying(it -> assertThat(it.person()).isEqualTo(lan.id()));
    assertThat(accounts.find(lan.id()).orElseThrow().status()).isEqualTo(AccountStatus.ACTIVE);
  }

  @Test
  void the_first_password_may_be_typed_without_dash_and_in_capitals() {
    var typed = letterBox.firstPassword(lan.id()).replace("-", " ").toUpperCase();
    assertThat(attempt(lan.number(), typed)).isInstanceOf(SigningIn.MustSetPassword.class);
  }

  @Test
  void once_an_own_password_is_set_the_first_one_opens_nothing() {
    var first = letterBox.firstPassword(lan.id());
    activate();
    assertThat(attempt(lan.number(), first)).isEqualTo(new SigningIn.Wrong(4));
  }

  @Test
  void a_ticket_serves_once_and_only_the_newest() {
    var older = ticket();
    var newer = ticket();
    assertThat(signIn.setFirstPassword(older, OWN, lan.device()))
        .isInstanceOf(SettingPassword.Expired.class);
    assertThat(signIn.setFirstPassword(newer, OWN, lan.device()))
        .isInstanceOf(SettingPassword.Set.class);
    assertThat(signIn.setFirstPassword(newer, OWN + " 2", lan.device()))
        .isInstanceOf(SettingPassword.Expired.class);
    assertThat(signIn.canSetPassword(newer)).isFalse();
  }

  @Test
  void a_ticket_is_good_for_a_quarter_of_an_hour() {
    var ticket = ticket();
    clock.advance(Duration.ofMinutes(15));
    assertThat(signIn.setFirstPassword(ticket, OWN, lan.device()))
        .isInstanceOf(SettingPassword.Expired.class);
  }

  @Test
  void forged_tickets_and_cookies_open_nothing() {
    for (var forged :
        new String[] {"", "x", lan.id().value() + ".", lan.id().value() + ".abc", "é".repeat(50)}) {
      assertThat(signIn.canSetPassword(forged)).isFalse();
      assertThat(sessions.current(forged)).isEmpty();
      assertThat(sessions.ending(forged)).isEmpty();
    }
  }

  @Test
  void a_weak_password_is_refused_with_its_reason_and_the_ticket_stays_good() {
    var ticket = ticket();
    assertThat(signIn.setFirstPassword(ticket, "matkhau123", lan.device()))
        .isEqualTo(new SettingPassword.Weak(Weakness.COMMON));
    assertThat(signIn.setFirstPassword(ticket, "mau" + lan.number(), lan.device()))
        .isEqualTo(new SettingPassword.Weak(Weakness.OWN_DATA));
    assertThat(signIn.setFirstPassword(ticket, letterBox.firstPassword(lan.id()), lan.device()))
        .isEqualTo(new SettingPassword.Weak(Weakness.USED_BEFORE));
    assertThat(signIn.setFirstPassword(ticket, OWN, lan.device()))
        .isInstanceOf(SettingPassword.Set.class);
  }

  @Test
  void after_72_hours_the_first_password_is_over_and_says_so_only_to_who_has_it() {
    clock.advance(Duration.ofHours(72));
    assertThat(attempt(lan.number(), letterBox.firstPassword(lan.id())))
        .isInstanceOf(SigningIn.FirstPasswordOver.class);
    assertThat(attempt(lan.number(), "another one")).isEqualTo(new SigningIn.Wrong(4));
  }

  @Test
  void a_renewed_first_password_makes_the_earlier_one_worthless() {
    var first = letterBox.firstPassword(lan.id());
    var ticket = ticket();
    accounts.renewFirstPassword(lan.id(), Channel.SMS, Actor.SYSTEM);
    assertThat(signIn.canSetPassword(ticket)).isFalse();
    assertThat(attempt(lan.number(), first)).isInstanceOf(SigningIn.Wrong.class);
    assertThat(attempt(lan.number(), letterBox.firstPassword(lan.id())))
        .isInstanceOf(SigningIn.MustSetPassword.class);
  }

  @Test
  void renewing_for_somebody_signed_in_ends_the_session_and_the_own_password() {
    var session = activate();
    accounts.renewFirstPassword(lan.id(), Channel.SMS, Actor.SYSTEM);
    assertThat(sessions.current(session.cookieValue())).isEmpty();
    assertThat(sessions.ending(session.cookieValue())).contains(SessionEnd.PASSWORD_CHANGED);
    assertThat(attempt(lan.number(), OWN)).isInstanceOf(SigningIn.Wrong.class);
  }

  @Test
  void the_personal_id_and_the_card_number_sign_in_as_well() {
    activate();
    var personalId = lan.person().personalId();
    assertThat(attempt(personalId, OWN)).isInstanceOf(SigningIn.NeedsCode.class);
    assertThat(attempt(" " + lan.number().substring(0, 4) + " " + lan.number().substring(4), OWN))
        .isInstanceOf(SigningIn.NeedsCode.class);
    assertThat(attempt("DN479" + lan.number(), OWN)).isInstanceOf(SigningIn.NeedsCode.class);
  }

  @Test
  void the_password_is_compared_after_normalization() {
    var composed = "Chiều mưa bên sông";
    signIn.setFirstPassword(ticket(), composed, lan.device());
    var typedApart = java.text.Normalizer.normalize(composed, java.text.Normalizer.Form.NFD);
    assertThat(attempt(lan.number(), typedApart)).isInstanceOf(SigningIn.NeedsCode.class);
  }

  @Test
  void five_wrong_passwords_lock_this_network_for_a_quarter_of_an_hour() {
    activate();
    for (int left = 4; left > 0; left--) {
      assertThat(attempt(lan.number(), "wrong")).isEqualTo(new SigningIn.Wrong(left));
    }
    assertThat(attempt(lan.number(), "wrong")).isInstanceOf(SigningIn.TooMany.class);
    assertThat(attempt(lan.number(), OWN)).isInstanceOf(SigningIn.TooMany.class);

    var elsewhere = Somebody.anyDevice();
    assertThat(signIn.signIn(lan.number(), OWN, elsewhere)).isInstanceOf(SigningIn.NeedsCode.class);

    clock.advance(Duration.ofMinutes(15));
    assertThat(attempt(lan.number(), "wrong")).isEqualTo(new SigningIn.Wrong(4));
    assertThat(attempt(lan.number(), OWN)).isInstanceOf(SigningIn.NeedsCode.class);
  }

  @Test
  void tries_while_locked_do_not_prolong_the_lock() {
    for (int i = 0; i < 5; i++) {
      attempt(lan.number(), "wrong");
    }
    clock.advance(Duration.ofMinutes(14));
    assertThat(attempt(lan.number(), "wrong")).isInstanceOf(SigningIn.TooMany.class);
    clock.advance(Duration.ofMinutes(1));
    assertThat(attempt(lan.number(), "wrong")).isEqualTo(new SigningIn.Wrong(4));
  }

  @Test
  void a_right_password_forgives_earlier_mistakes() {
    activate();
    attempt(lan.number(), "wrong");
    attempt(lan.number(), OWN);
    assertThat(attempt(lan.number(), "wrong")).isEqualTo(new SigningIn.Wrong(4));
  }

  @Test
  void the_same_number_typed_differently_is_counted_together() {
    attempt(lan.number(), "wrong");
    assertThat(attempt(lan.number().substring(0, 5) + " " + lan.number().substring(5), "wrong"))
        .isEqualTo(new SigningIn.Wrong(3));
  }

  @Test
  void numbers_nobody_has_and_persons_without_account_are_answered_and_locked_alike() {
    var unknown = RegisterFixtures.socialInsuranceNumber();
    var withoutAccount = Somebody.in(people);
    for (var name : new String[] {unknown, withoutAccount.number(), lan.number()}) {
      var device = Somebody.anyDevice();
      for (int left = 4; left > 0; left--) {
        assertThat(signIn.signIn(name, "wrong", device)).isEqualTo(new SigningIn.Wrong(left));
      }
      assertThat(signIn.signIn(name, "wrong", device)).isInstanceOf(SigningIn.TooMany.class);
    }
  }

  @Test
  void hostile_user_names_and_passwords_are_simply_wrong() {
    for (var typed :
        new String[] {"", "\u0000", "' or 1=1 --", "x".repeat(10_000), "\ud83d", "١٢٣٤٥٦٧٨٩٠"}) {
      var device = Somebody.anyDevice();
      assertThat(signIn.signIn(typed, "wrong", device)).isInstanceOf(SigningIn.Wrong.class);
      assertThat(signIn.signIn(lan.number(), typed, device)).isInstanceOf(SigningIn.Wrong.class);
    }
  }

  @Test
  void thirty_guesses_at_once_are_five_tries() throws Exception {
    activate();
    var answers = Together.run(30, _ -> attempt(lan.number(), "wrong"));
    assertThat(answers).filteredOn(SigningIn.Wrong.class::isInstance).hasSize(4);
    assertThat(answers).filteredOn(SigningIn.TooMany.class::isInstance).hasSize(26);
  }

  @Test
  void one_network_has_a_budget_of_wrong_passwords_over_all_user_names() {
    var device = lan.device();
    for (int i = 0; i < settings.wrongPerNetwork(); i++) {
      budgets.take(settings.wrongFromNetwork(), device.network());
    }
    assertThat(attempt(lan.number(), letterBox.firstPassword(lan.id())))
        .isInstanceOf(SigningIn.TooMany.class);
    clock.advance(Duration.ofHours(1));
    assertThat(ticket()).isNotEmpty();
  }

  @Test
  void a_hundred_guesses_from_a_hundred_networks_are_the_last_ones() {
    activate();
    int compared = guessFromEverywhere(lan.number());
    assertThat(compared).isEqualTo(settings.mostWrong());
    assertThat(signIn.signIn(lan.number(), OWN, Somebody.anyDevice()))
        .isEqualTo(new SigningIn.Closed());
    clock.advance(Duration.ofDays(2));
    assertThat(signIn.signIn(lan.number(), OWN, Somebody.anyDevice()))
        .isEqualTo(new SigningIn.Closed());
  }

  @Test
  void after_twenty_guesses_from_everywhere_pauses_begin_and_double() {
    activate();
    for (int i = 0; i < settings.freeWrong(); i++) {
      assertThat(signIn.signIn(lan.number(), "wrong", Somebody.anyDevice()))
          .isInstanceOf(SigningIn.Wrong.class);
    }
    for (var pause = 30; pause <= 120; pause *= 2) {
      assertThat(signIn.signIn(lan.number(), "wrong", Somebody.anyDevice()))
          .isInstanceOf(SigningIn.Wrong.class);
      clock.advance(Duration.ofSeconds(pause - 1));
      assertThat(signIn.signIn(lan.number(), OWN, Somebody.anyDevice()))
          .isInstanceOf(SigningIn.TooMany.class);
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(signIn.signIn(lan.number(), OWN, Somebody.anyDevice()))
        .isInstanceOf(SigningIn.NeedsCode.class);
  }

  @Test
  void no_stranger_locks_a_known_device_out_and_its_sign_in_lets_others_in_again() {
    var known = activate();
    guessFromEverywhere(lan.number());
    var here = new Device(Somebody.anyDevice().network(), "Chrome", known.deviceSecret());
    assertThat(signIn.signIn(lan.number(), OWN, here)).isInstanceOf(SigningIn.SignedIn.class);
    assertThat(signIn.signIn(lan.number(), OWN, Somebody.anyDevice()))
        .isInstanceOf(SigningIn.NeedsCode.class);
  }

  @Test
  void mistakes_of_neighbours_in_the_same_network_do_not_lock_a_known_device() {
    var known = activate();
    for (int i = 0; i < 6; i++) {
      attempt(lan.number(), "wrong");
    }
    assertThat(attempt(lan.number(), OWN)).isInstanceOf(SigningIn.TooMany.class);
    var here = new Device(lan.device().network(), "Chrome", known.deviceSecret());
    assertThat(signIn.signIn(lan.number(), OWN, here)).isInstanceOf(SigningIn.SignedIn.class);
  }

  @Test
  void a_known_device_has_its_own_limit_and_is_known_for_its_owner_only() {
    var known = activate();
    var here = new Device(Somebody.anyDevice().network(), "Chrome", known.deviceSecret());
    for (int left = 4; left > 0; left--) {
      assertThat(signIn.signIn(lan.number(), "wrong", here)).isEqualTo(new SigningIn.Wrong(left));
    }
    assertThat(signIn.signIn(lan.number(), "wrong", here)).isInstanceOf(SigningIn.TooMany.class);
    var minh = Somebody.withAccount(people, accounts);
    guessFromEverywhere(minh.number());
    assertThat(signIn.signIn(minh.number(), letterBox.firstPassword(minh.id()), here))
        .isEqualTo(new SigningIn.Closed());
  }

  @Test
  void numbers_nobody_has_are_closed_alike_and_a_new_first_password_opens_again() {
    var unknown = RegisterFixtures.socialInsuranceNumber();
    assertThat(guessFromEverywhere(unknown)).isEqualTo(settings.mostWrong());
    guessFromEverywhere(lan.number());
    accounts.renewFirstPassword(lan.id(), Channel.SMS, Actor.SYSTEM);
    assertThat(signIn.signIn(lan.number(), letterBox.firstPassword(lan.id()), Somebody.anyDevice()))
        .isInstanceOf(SigningIn.MustSetPassword.class);
  }

  @Test
  void after_400_days_without_a_sign_in_a_device_is_a_stranger_again() {
    var known = activate();
    var here = new Device(Somebody.anyDevice().network(), "Chrome", known.deviceSecret());
    clock.advance(Duration.ofDays(399));
    knownDevices.sweep();
    assertThat(knownDevices.knows(lan.id(), here)).isTrue();
    clock.advance(Duration.ofDays(2));
    knownDevices.sweep();
    assertThat(knownDevices.knows(lan.id(), here)).isFalse();
  }

  @Test
  void tries_of_long_ago_are_swept() {
    attempt(lan.number(), "wrong");
    clock.advance(Duration.ofMinutes(31));
    attempts.sweep();
    assertThat(
            sql.sql("select count(*) from accounts.attempt where last_try_at < :moment")
                .param(
                    "moment",
                    clock
                        .instant()
                        .minus(Duration.ofMinutes(30))
                        .atOffset(java.time.ZoneOffset.UTC))
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void a_try_that_could_not_be_looked_at_is_not_counted() {
    var person = Optional.of(lan.id());
    for (int i = 0; i < settings.freeWrong() + 3; i++) {
      var guess = guesses.begin(lan.number(), person, null);
      assertThat(guess).isInstanceOf(Guess.Allowed.class);
      guesses.withdraw((Guess.Allowed) guess);
    }
  }

  @Test
  void a_month_after_the_last_guess_the_account_takes_guesses_again() {
    activate();
    guessFromEverywhere(lan.number());
    clock.advance(Duration.ofDays(29));
    guesses.sweep();
    assertThat(signIn.signIn(lan.number(), OWN, Somebody.anyDevice()))
        .isEqualTo(new SigningIn.Closed());
    clock.advance(Duration.ofDays(2));
    guesses.sweep();
    assertThat(signIn.signIn(lan.number(), OWN, Somebody.anyDevice()))
        .isInstanceOf(SigningIn.NeedsCode.class);
  }

  @Test
  void right_passwords_and_new_first_ones_at_once_wait_for_each_other_in_one_order()
      throws Exception {
    activate();
    var answers =
        Together.run(
            40,
            i -> {
              if (i % 8 == 7) {
                accounts.renewFirstPassword(lan.id(), Channel.EMAIL, Actor.SYSTEM);
              }
              return signIn.signIn(lan.number(), OWN, Somebody.anyDevice());
            });
    assertThat(answers)
        .allSatisfy(
            it ->
                assertThat(it)
                    .isInstanceOfAny(
                        SigningIn.NeedsCode.class,
                        SigningIn.Wrong.class,
                        SigningIn.Busy.class,
                        SigningIn.TooMany.class));
  }

  @Test
  void the_hundredth_wrong_password_is_written_down_once_as_the_last() {
    activate();
    for (int i = 1; i < settings.mostWrong(); i++) {
      guesses.begin(lan.number(), Optional.of(lan.id()), null);
      clock.advance(Duration.ofHours(1));
    }
    assertThat(signIn.signIn(lan.number(), "khong phai", Somebody.anyDevice()))
        .isInstanceOf(SigningIn.Wrong.class);
    assertThat(signIn.signIn(lan.number(), "khong phai", Somebody.anyDevice()))
        .isInstanceOf(SigningIn.Closed.class);
    assertThat(
            sql.sql(
                    """
                    select count(*) from audit.entry
                    where person_id = :id and action = 'SIGN_IN_CLOSED'
                    """)
                .param("id", lan.id().value())
                .query(Long.class)
                .single())
        .isOne();
  }

  /** After every pause, without the passwords' being compared; how many would have been. */
  private int guessFromEverywhere(String userName) {
    var person = userNames.personOf(userName);
    for (int i = 0; i < 150; i++) {
      if (guesses.begin(UserNames.plain(userName), person, null) instanceof Guess.Closed) {
        return i;
      }
      clock.advance(Duration.ofHours(1));
    }
    return 150;
  }

  @Test
  void refusals_are_audited_without_what_was_typed() {
    attempt(lan.number(), "a wrong password");
    var row =
        sql.sql(
                """
                select to_jsonb(e)::text from audit.entry e
                where person_id = :id and action = 'SIGN_IN_REFUSED'
                """)
            .param("id", lan.id().value())
            .query(String.class)
            .single();
    assertThat(row).doesNotContain(lan.number()).doesNotContain("a wrong password");
  }

  @Test
  void changing_the_password_asks_for_the_one_in_use() {
    var started = activate();
    var session = sessions.current(started.cookieValue()).orElseThrow();
    assertThat(signIn.changePassword(session, "wrong", "gio thoi mat ruoi", lan.device()))
        .isEqualTo(new ChangingPassword.Wrong(4));
    assertThat(signIn.changePassword(session, OWN, OWN, lan.device()))
        .isEqualTo(new ChangingPassword.Weak(Weakness.USED_BEFORE));
    var changed = signIn.changePassword(session, OWN, "gio thoi mat ruoi", lan.device());
    assertThat(changed).isInstanceOf(ChangingPassword.Changed.class);
    assertThat(sessions.current(started.cookieValue())).isEmpty();
    assertThat(sessions.current(((ChangingPassword.Changed) changed).session().cookieValue()))
        .isPresent();
    assertThat(attempt(lan.number(), "gio thoi mat ruoi")).isInstanceOf(SigningIn.NeedsCode.class);
  }

  private StartedSession activate() {
    return ((SettingPassword.Set) signIn.setFirstPassword(ticket(), OWN, lan.device())).session();
  }

  private String ticket() {
    var answer = attempt(lan.number(), letterBox.firstPassword(lan.id()));
    return ((SigningIn.MustSetPassword) answer).ticket();
  }

  private SigningIn attempt(String userName, String password) {
    return signIn.signIn(userName, password, lan.device());
  }
}
