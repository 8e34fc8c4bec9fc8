package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.audit.Actor;
import vn.ansinh.people.People;
import vn.ansinh.people.RegisterFixtures;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

/** Requirement R15: a forgotten password, without telling anybody who has an account. */
@LetterBoxTest
class RecoveriesTest {

  static final String OWN = "chieu mua ben song";
  static final String NEW = "gio thoi mat ruoi";

  @Autowired Recoveries recoveries;
  @Autowired RecoveryDesk desk;
  @Autowired RecoverySettings settings;
  @Autowired SignIn signIn;
  @Autowired AccountStore store;
  @Autowired LostContacts lostContacts;
  @Autowired TransactionTemplate transaction;
  @Autowired Denials denials;
  @Autowired Sessions sessions;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired Arrivals arrivals;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;
  Somebody lan;
  StartedSession session;

  @BeforeEach
  void somebody_with_a_password() {
    lan = Somebody.withAccount(people, accounts);
    var answer = signIn.signIn(lan.number(), letterBox.firstPassword(lan.id()), lan.device());
    session =
        ((SettingPassword.Set)
                signIn.setFirstPassword(
                    ((SigningIn.MustSetPassword) answer).ticket(), OWN, lan.device()))
            .session();
  }

  @AfterEach
  void back_to_the_present() {
    clock.reset();
    letterBox.withoutSms(false);
  }

  @Test
  void r15_a_code_to_the_registered_mail_address_leads_to_a_new_password() {
    var cookie = begin(lan.number(), Contact.email(lan.email()));
    assertThat(letterBox.newestCode(lan.email())).as("not while somebody waits").isNull();
    looked();
    var ticket = recoveries.redeem(cookie, letterBox.newestCode(lan.email())).orElseThrow();
    assertThat(sessions.current(session.cookieValue())).as("until it is set").isPresent();
    assertThat(signIn.setFirstPassword(ticket, NEW, Somebody.anyDevice()))
        .isInstanceOf(SettingPassword.Set.class);
    assertThat(sessions.ending(session.cookieValue())).contains(SessionEnd.PASSWORD_CHANGED);
    assertThat(signIn.signIn(lan.number(), OWN, Somebody.anyDevice()))
        .isInstanceOf(SigningIn.Wrong.class);
    assertThat(letterBox.toldOfSignIn(lan.id())).as("the owner is told").hasSize(2);
    assertThat(recoveries.isOpen(cookie)).isFalse();
  }

  @Test
  void a_contact_that_is_replaced_while_a_request_is_looked_at_gets_no_code() throws Exception {
    begin(lan.number(), Contact.phone(lan.phone()));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var looking =
          transaction.execute(
              _ -> {
                store.lock(lan.id()).orElseThrow();
                var waiting = threads.submit(this::looked);
                await().until(this::somebodyWaitsForARow);
                lostContacts.replace(lan.id(), Contact.phone(Somebody.anyPhone()), Actor.SYSTEM);
                return waiting;
              });
      looking.get();
    }
    assertThat(letterBox.newestCode(lan.phone())).isNull();
  }

  private boolean somebodyWaitsForARow() {
    return sql.sql("select exists (select from pg_stat_activity where wait_event_type = 'Lock')")
        .query(Boolean.class)
        .single();
  }

  @Test
  void what_was_proved_before_the_account_was_frozen_opens_nothing_afterwards() {
    var first = begin(lan.number(), Contact.phone(lan.phone()));
    looked();
    var used = recoveries.redeem(first, letterBox.newestCode(lan.phone())).orElseThrow();
    signIn.setFirstPassword(used, NEW, Somebody.anyDevice());
    var second = begin(lan.number(), Contact.phone(lan.phone()));
    looked();
    var kept = recoveries.redeem(second, letterBox.newestCode(lan.phone())).orElseThrow();
    var third = begin(lan.number(), Contact.phone(lan.phone()));
    looked();
    var code = letterBox.newestCode(lan.phone());
    assertThat(denials.deny(letterBox.denial(lan.id()))).isTrue();
    assertThat(signIn.setFirstPassword(kept, "gio thoi mat ruoi", Somebody.anyDevice()))
        .isInstanceOf(SettingPassword.Expired.class);
    assertThat(recoveries.redeem(third, code)).isEmpty();
  }

  @Test
  void the_personal_id_and_the_phone_do_as_well() {
    var cookie = begin(lan.person().personalId(), Contact.phone(lan.phone()));
    looked();
    assertThat(recoveries.redeem(cookie, letterBox.newestCode(lan.phone()))).isPresent();
  }

  @Test
  void whoever_never_got_the_first_password_helps_themselves() {
    var minh = Somebody.withAccount(people, accounts);
    var cookie = begin(minh.number(), Contact.email(minh.email()));
    looked();
    var ticket = recoveries.redeem(cookie, letterBox.newestCode(minh.email())).orElseThrow();
    signIn.setFirstPassword(ticket, OWN, minh.device());
    assertThat(accounts.find(minh.id()).orElseThrow().status()).isEqualTo(AccountStatus.ACTIVE);
  }

  @Test
  void numbers_nobody_has_and_contacts_of_others_get_the_same_answers_and_no_code() {
    var stranger = Somebody.withAccount(people, accounts);
    var none = Somebody.in(people);
    var unknown = begin(RegisterFixtures.socialInsuranceNumber(), Contact.email(lan.email()));
    var others = begin(lan.number(), Contact.email(stranger.email()));
    var withoutAccount = begin(none.number(), Contact.email(none.email()));
    looked();
    for (var address : new String[] {lan.email(), stranger.email(), none.email()}) {
      assertThat(letterBox.newestCode(address)).isNull();
    }
    for (var cookie : new String[] {unknown, others, withoutAccount}) {
      assertThat(recoveries.isOpen(cookie)).isTrue();
      for (int i = 0; i < 7; i++) {
        assertThat(recoveries.redeem(cookie, "123456")).isEmpty();
      }
      assertThat(recoveries.isOpen(cookie)).as("as long as that of anybody").isTrue();
    }
  }

  @Test
  void five_wrong_codes_use_the_right_one_up() {
    var cookie = begin(lan.number(), Contact.email(lan.email()));
    looked();
    var right = letterBox.newestCode(lan.email());
    var wrong = right.equals("000000") ? "111111" : "000000";
    for (int i = 0; i < 5; i++) {
      assertThat(recoveries.redeem(cookie, wrong)).isEmpty();
    }
    assertThat(recoveries.redeem(cookie, right)).isEmpty();
  }

  @Test
  void a_code_serves_once_and_for_its_own_request_only() throws Exception {
    var cookie = begin(lan.number(), Contact.email(lan.email()));
    looked();
    var code = letterBox.newestCode(lan.email());
    var other = begin(lan.number(), Contact.phone(lan.phone()));
    looked();
    assertThat(recoveries.redeem(other, code)).isEmpty();
    var answers = Together.run(20, _ -> recoveries.redeem(cookie, code));
    assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
  }

  @Test
  void a_request_dies_after_twenty_minutes_and_is_swept() {
    var cookie = begin(lan.number(), Contact.email(lan.email()));
    looked();
    clock.advance(Duration.ofMinutes(20));
    assertThat(recoveries.isOpen(cookie)).isFalse();
    assertThat(recoveries.redeem(cookie, letterBox.newestCode(lan.email()))).isEmpty();
    desk.sweep();
    assertThat(
            sql.sql("select count(*) from accounts.recovery where expires_at <= :now")
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void one_number_is_asked_for_five_times_a_day_whether_somebody_has_it_or_not() {
    for (var number : new String[] {lan.number(), RegisterFixtures.socialInsuranceNumber()}) {
      var network = Somebody.anyDevice();
      for (int i = 0; i < settings.perNumber(); i++) {
        recoveries.begin(number, Contact.email(lan.email()), network);
      }
      assertThat(recoveries.begin(number, Contact.email(lan.email()), network))
          .isInstanceOf(Recovering.TooMany.class);
      assertThat(recoveries.begin(number, Contact.email(lan.email()), Somebody.anyDevice()))
          .as("what a stranger asks elsewhere does not count for the owner")
          .isInstanceOf(Recovering.Begun.class);
    }
    looked();
  }

  @Test
  void strangers_who_know_the_contact_are_bounded_together_and_leave_the_own_phone_its_tries() {
    var sent = new HashSet<String>();
    for (int i = 0; i < settings.perAccount() + 3; i++) {
      begin(i % 2 == 0 ? lan.number() : lan.person().personalId(), Contact.email(lan.email()));
      looked();
      sent.add(letterBox.newestCode(lan.email()));
      clock.advance(Duration.ofMinutes(10));
    }
    assertThat(sent).hasSize(settings.perAccount());
    var own = new Device("net-own", "Máy", session.deviceSecret());
    var begun = (Recovering.Begun) recoveries.begin(lan.number(), Contact.email(lan.email()), own);
    looked();
    assertThat(letterBox.newestCode(lan.email())).isNotIn(sent);
    assertThat(recoveries.redeem(begun.cookieValue(), letterBox.newestCode(lan.email())))
        .isPresent();
    assertThat(
            sql.sql("select count(*) from accounts.recovery where device is not null")
                .query(Long.class)
                .single())
        .as("gone once looked at")
        .isZero();
  }

  @Test
  void after_a_denial_the_phone_does_not_open_the_account_again_but_the_mail_address_does() {
    arrivals.arrive(lan, OWN, Somebody.anyDevice());
    var taken = letterBox.newestCode(lan.phone());
    denials.deny(letterBox.denial(lan.id()));
    clock.advance(Duration.ofMinutes(5));
    begin(lan.number(), Contact.phone(lan.phone()));
    looked();
    assertThat(letterBox.newestCode(lan.phone())).isEqualTo(taken);

    var cookie = begin(lan.number(), Contact.email(lan.email()));
    looked();
    var ticket = recoveries.redeem(cookie, letterBox.newestCode(lan.email())).orElseThrow();
    signIn.setFirstPassword(ticket, NEW, lan.device());
    assertThat(signIn.signIn(lan.number(), NEW, Somebody.anyDevice()))
        .as("no longer frozen")
        .isInstanceOf(SigningIn.NeedsCode.class);
  }

  @Test
  void a_request_that_does_not_open_keeps_no_other_waiting() {
    var broken = begin(lan.number(), Contact.email(lan.email()));
    sql.sql("update accounts.recovery set request = 'x' where request is not null").update();
    var cookie = begin(lan.number(), Contact.email(lan.email()));
    looked();
    assertThat(recoveries.redeem(cookie, letterBox.newestCode(lan.email()))).isPresent();
    assertThat(recoveries.redeem(broken, "123456")).isEmpty();
  }

  @Test
  void what_was_typed_lies_nowhere_in_plain() {
    begin(lan.number(), Contact.email(lan.email()));
    var rows = sql.sql("select to_jsonb(r)::text from accounts.recovery r").query(String.class);
    assertThat(rows.list()).noneMatch(it -> it.contains(lan.number()) || it.contains("example"));
    looked();
  }

  private String begin(String number, Contact to) {
    return ((Recovering.Begun) recoveries.begin(number, to, Somebody.anyDevice())).cookieValue();
  }

  /** All that wait, those of other tests included. */
  private void looked() {
    arrivals.lookAtRequests();
  }
}
