package vn.ansinh.stopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Arrivals;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Contacts;
import vn.ansinh.accounts.Denials;
import vn.ansinh.accounts.LostContacts;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.accounts.Recoveries;
import vn.ansinh.accounts.Recovering;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.SessionEnd;
import vn.ansinh.accounts.Sessions;
import vn.ansinh.accounts.SettingPassword;
import vn.ansinh.accounts.SignIn;
import vn.ansinh.accounts.SigningIn;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.StartedSession;
import vn.ansinh.accounts.Together;
import vn.ansinh.audit.Actor;
import vn.ansinh.datarights.Downloading;
import vn.ansinh.datarights.Downloads;
import vn.ansinh.datarights.TakenData;
import vn.ansinh.people.People;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

/** Stopping the use of an account: declared, taken back or carried out (ADR 21). */
@LetterBoxTest
class StoppingsTest {

  static final String OWN = "chieu mua ben song";
  static final Locale VI = Locale.of("vi");
  static final Duration WEEK = Duration.ofDays(7);

  @Autowired Stoppings stoppings;
  @Autowired StoppingEnds ends;
  @Autowired Downloads downloads;
  @Autowired StoppingSettings settings;
  @Autowired Accounts accounts;
  @Autowired Contacts contacts;
  @Autowired SignIn signIn;
  @Autowired Sessions sessions;
  @Autowired Denials denials;
  @Autowired LostContacts lostContacts;
  @Autowired Recoveries recoveries;
  @Autowired Arrivals arrivals;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transaction;

  /** Somebody signed in. */
  record Owner(Somebody who, StartedSession started, CitizenSession session) {}

  Owner lan;

  @BeforeEach
  void somebody_signed_in() {
    lan = owner();
  }

  @AfterEach
  void back_to_the_present() {
    clock.reset();
    letterBox.withoutSms(false);
    letterBox.closedNoticesFail(false);
  }

  @Test
  void a_declaration_closes_the_account_after_seven_days_and_frees_its_contacts() {
    declare(lan);
    clock.advance(WEEK.minusMinutes(1));
    ends.runNow();
    assertThat(accounts.exists(lan.who().id())).as("until the last minute").isTrue();
    var cookie = arrivals.arrive(lan.who(), OWN, Somebody.anyDevice()).cookieValue();
    clock.advance(Duration.ofMinutes(1));
    ends.runNow();
    ends.runNow();

    assertThat(accounts.exists(lan.who().id())).isFalse();
    assertThat(accounts.find(lan.who().id())).isEmpty();
    assertThat(sessions.ending(cookie)).hasValue(SessionEnd.CLOSED);
    assertThat(letterBox.closingNotices(lan.who().id())).hasSize(2).last().isEqualTo("closed");
    assertThat(letterBox.toldOfClosing(lan.who().id()))
        .containsExactly(Contact.phone(lan.who().phone()), Contact.email(lan.who().email()));
    var minh = owner();
    assertThat(contacts.claim(minh.who().id(), Contact.phone(lan.who().phone()))).isTrue();
    assertThat(contacts.claim(minh.who().id(), Contact.email(lan.who().email()))).isTrue();
    assertThat(audited("USE_STOPPED")).isEqualTo(1);
    assertThat(audited("ACCOUNT_CLOSED")).isEqualTo(1);
  }

  @Test
  void only_the_right_password_learns_that_there_was_an_account() {
    close(lan);
    assertThat(signIn.signIn(lan.who().number(), OWN, lan.who().device()))
        .isInstanceOf(SigningIn.Stopped.class);
    var nobody = Somebody.in(people);
    assertThat(signIn.signIn(lan.who().number(), "sai", Somebody.anyDevice()))
        .isEqualTo(signIn.signIn(nobody.number(), "sai", Somebody.anyDevice()));
  }

  @Test
  void a_forgotten_password_is_answered_as_for_nobody() {
    close(lan);
    var phone = lan.who().phone();
    var before = letterBox.newestCode(phone);
    var begun = recoveries.begin(lan.who().number(), Contact.phone(phone), Somebody.anyDevice());
    arrivals.lookAtRequests();
    assertThat(begun).isInstanceOf(Recovering.Begun.class);
    assertThat(letterBox.newestCode(phone)).as("no further code").isEqualTo(before);
  }

  @Test
  void who_has_stopped_may_register_again_with_the_same_contacts() {
    close(lan);
    accounts.open(
        lan.who().id(),
        lan.who().number(),
        List.of(Contact.phone(lan.who().phone()), Contact.email(lan.who().email())),
        VI,
        Actor.SYSTEM);
    assertThat(signIn.signIn(lan.who().number(), OWN, Somebody.anyDevice()))
        .as("the password of before is gone")
        .isInstanceOf(SigningIn.Wrong.class);
    var again = signedIn(lan.who());
    assertThat(sessions.current(again.started().cookieValue())).isPresent();
    assertThat(stoppings.waiting(lan.who().id())).isEmpty();
    close(again);
    assertThat(accounts.exists(lan.who().id())).as("and stop once more").isFalse();
  }

  @Test
  void taking_it_back_is_told_with_the_link_that_freezes_the_account() {
    declare(lan);
    var before = letterBox.denial(lan.who().id());
    assertThat(stoppings.cancel(lan.session())).isTrue();
    var link = letterBox.denial(lan.who().id());
    assertThat(link).isNotEqualTo(before);
    assertThat(denials.deny(link)).isTrue();
    assertThat(signIn.signIn(lan.who().number(), OWN, lan.who().device()))
        .isInstanceOf(SigningIn.Frozen.class);
  }

  @Test
  void a_password_changed_while_it_is_shown_begins_nothing() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var beginning =
          transaction.execute(
              _ -> {
                lockRow();
                var waiting = threads.submit(() -> begin(lan, today()));
                await().until(() -> waiting.isDone() || somebodyWaits());
                sql.sql("update accounts.account set password_hash = 'x' where person_id = :id")
                    .param("id", lan.who().id().value())
                    .update();
                return waiting;
              });
      assertThat(beginning.get())
          .isInstanceOfSatisfying(
              AskingToStop.NotShown.class,
              it -> assertThat(it.why()).isInstanceOf(Reauthenticated.Busy.class));
    }
    assertThat(rows()).isZero();
  }

  private void lockRow() {
    sql.sql("select person_id from accounts.account where person_id = :id for update")
        .param("id", lan.who().id().value())
        .query(java.util.UUID.class)
        .single();
  }

  private boolean somebodyWaits() {
    return sql.sql("select exists (select from pg_stat_activity where wait_event_type = 'Lock')")
        .query(Boolean.class)
        .single();
  }

  @Test
  void one_press_takes_it_back_until_the_end() {
    declare(lan);
    clock.advance(WEEK.minusSeconds(1));
    assertThat(stoppings.cancel(signedInAgain())).isTrue();
    assertThat(stoppings.cancel(lan.session())).as("once").isFalse();
    clock.advance(WEEK);
    ends.runNow();
    assertThat(accounts.exists(lan.who().id())).isTrue();
    assertThat(letterBox.closingNotices(lan.who().id())).last().isEqualTo("cancelled");
    assertThat(audited("STOPPING_CANCELLED")).isEqualTo(1);
    var kept = sql.sql("select content from stopping.declaration where person_id = :person");
    assertThat(kept.param("person", lan.who().id().value()).query(byte[].class).list())
        .as("what was said about the person")
        .containsOnlyNulls();
  }

  @Test
  void not_me_stops_it_and_freezes_the_account_also_weeks_later() {
    declare(lan, today().plusDays(60));
    clock.advance(Duration.ofDays(40));
    assertThat(denials.deny(letterBox.denial(lan.who().id()))).isTrue();
    assertThat(stoppings.waiting(lan.who().id())).isEmpty();
    clock.advance(Duration.ofDays(30));
    ends.runNow();
    assertThat(accounts.exists(lan.who().id())).isTrue();
    assertThat(signIn.signIn(lan.who().number(), OWN, lan.who().device()))
        .isInstanceOf(SigningIn.Frozen.class);
  }

  @Test
  void an_account_given_back_at_the_office_is_not_closed() {
    declare(lan);
    lostContacts.replace(lan.who().id(), Contact.phone(Somebody.anyPhone()), Actor.SYSTEM);
    assertThat(stoppings.waiting(lan.who().id())).isEmpty();
  }

  @Test
  void a_day_further_away_is_waited_for() {
    var wanted = today().plusDays(30);
    declare(lan, wanted);
    assertThat(stoppings.waiting(lan.who().id()).orElseThrow().dueAt())
        .isEqualTo(wanted.atStartOfDay(VietnamTime.ZONE).toInstant());
  }

  @Test
  void the_day_lies_between_today_and_ninety_days() {
    for (var day : List.of(today().minusDays(1), today().plusDays(91))) {
      assertThat(begin(lan, day)).isInstanceOf(AskingToStop.NotThatDay.class);
    }
    assertThat(begin(lan, today().plusDays(90))).isInstanceOf(AskingToStop.Begun.class);
  }

  @Test
  void the_password_comes_first_and_the_code_counts_in_its_session_for_half_an_hour() {
    assertThat(
            stoppings.begin(
                lan.session(), StopReason.OTHER, "", today(), "sai", lan.who().device(), VI))
        .isInstanceOf(AskingToStop.NotShown.class);
    assertThat(stoppings.confirm(lan.session(), "123456")).isInstanceOf(ConfirmingStop.Gone.class);
    begin(lan, today());
    var other = signedInAgain();
    assertThat(stoppings.awaited(other)).isEmpty();
    assertThat(stoppings.sendAgain(other, VI, "net")).isEmpty();
    assertThat(stoppings.confirm(other, code(lan))).isInstanceOf(ConfirmingStop.Gone.class);
    assertThat(stoppings.confirm(lan.session(), "12")).isInstanceOf(ConfirmingStop.NotYet.class);
    assertThat(stoppings.awaited(lan.session())).isPresent();
    assertThat(stoppings.sendAgain(lan.session(), VI, "net")).isPresent();
    clock.advance(settings.openFor());
    assertThat(stoppings.confirm(lan.session(), code(lan))).isInstanceOf(ConfirmingStop.Gone.class);
    ends.runNow();
    assertThat(rows()).as("given up, nothing stays").isZero();
  }

  @Test
  void a_second_declaration_leads_to_the_first() {
    begin(lan, today());
    begin(lan, today());
    assertThat(rows()).isEqualTo(1);
    declare(owner());
    stoppings.confirm(lan.session(), code(lan));
    assertThat(begin(lan, today())).isInstanceOf(AskingToStop.Waiting.class);
  }

  @Test
  void five_are_begun_a_day_at_most_and_none_where_nothing_can_be_sent() {
    for (int i = 0; i < settings.perPerson(); i++) {
      assertThat(begin(lan, today())).isInstanceOf(AskingToStop.Begun.class);
    }
    assertThat(begin(lan, today())).isInstanceOf(AskingToStop.TooMany.class);
    letterBox.withoutSms(true);
    var minh = Somebody.in(people);
    accounts.open(minh.id(), minh.number(), List.of(Contact.phone(minh.phone())), VI, Actor.SYSTEM);
    assertThat(begin(signedIn(minh), today())).isInstanceOf(AskingToStop.Unreachable.class);
  }

  @Test
  void the_form_says_who_why_and_from_when() throws Exception {
    assertThat(stoppings.form01(lan.who().id())).isEmpty();
    declare(lan);
    var stopping = stoppings.waiting(lan.who().id()).orElseThrow();
    var pdf = stoppings.form01(lan.who().id()).orElseThrow();
    assertThat(stoppings.form01(lan.who().id()).orElseThrow()).as("one document").isEqualTo(pdf);
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document))
          .contains(
              stopping.code().value(),
              lan.who().person().fullName(),
              lan.who().number(),
              "Ra nước ngoài sinh sống",
              "Tôi đi xa",
              VietnamTime.show(stopping.dueAt()));
    }
  }

  @Test
  void the_note_lies_nowhere_in_plain() {
    declare(lan);
    var rows = sql.sql("select to_jsonb(d)::text from stopping.declaration d");
    assertThat(rows.query(String.class).list())
        .isNotEmpty()
        .noneMatch(it -> it.contains("đi xa") || it.contains(lan.who().number()));
  }

  @Test
  void cut_off_in_the_middle_nothing_has_happened_and_the_next_run_does_it() {
    declare(lan);
    clock.advance(WEEK);
    letterBox.closedNoticesFail(true);
    ends.runNow();
    assertThat(accounts.exists(lan.who().id())).isTrue();
    assertThat(stoppings.waiting(lan.who().id())).isPresent();
    letterBox.closedNoticesFail(false);
    ends.runNow();
    assertThat(accounts.exists(lan.who().id())).isFalse();
  }

  @Test
  void the_end_the_link_and_taking_it_back_at_once_have_one_winner() throws Exception {
    for (int round = 0; round < 5; round++) {
      var one = owner();
      declare(one);
      var link = letterBox.denial(one.who().id());
      clock.advance(WEEK);
      Together.run(
          24,
          i -> {
            switch (i % 3) {
              case 0 -> ends.runNow();
              case 1 -> stoppings.cancel(one.session());
              default -> denials.deny(link);
            }
            return i;
          });
      var closed = !accounts.exists(one.who().id());
      var told = letterBox.closingNotices(one.who().id());
      assertThat(told.stream().filter("closed"::equals).count()).isEqualTo(closed ? 1 : 0);
      assertThat(told.contains("cancelled") && closed).isFalse();
      assertThat(stoppings.waiting(one.who().id())).isEmpty();
      assertThat(contacts.holdsPhone(one.who().id(), one.who().phone())).isEqualTo(!closed);
    }
  }

  @Test
  void of_many_requests_and_codes_at_once_one_declaration_comes() throws Exception {
    Together.run(4, _ -> begin(lan, today()));
    assertThat(rows()).isEqualTo(1);
    var code = code(lan);
    var answers = Together.run(12, _ -> stoppings.confirm(lan.session(), code));
    assertThat(answers).filteredOn(ConfirmingStop.Declared.class::isInstance).hasSize(1);
    assertThat(letterBox.closingNotices(lan.who().id())).hasSize(1);
  }

  private long rows() {
    return sql.sql("select count(*) from stopping.declaration where person_id = :person")
        .param("person", lan.who().id().value())
        .query(Long.class)
        .single();
  }

  private long audited(String action) {
    return sql.sql(
            "select count(*) from audit.entry where action = :action and person_id = :person")
        .param("action", action)
        .param("person", lan.who().id().value())
        .query(Long.class)
        .single();
  }

  private AskingToStop begin(Owner owner, LocalDate day) {
    return stoppings.begin(
        owner.session(), StopReason.ABROAD, "Tôi đi xa", day, OWN, owner.who().device(), VI);
  }

  @Test
  void the_declaration_is_among_what_its_owner_is_handed() throws Exception {
    declare(lan);
    var out = new java.io.ByteArrayOutputStream();
    downloads.write(((Downloading.Granted) TakenData.of(downloads, lan.who().id())).held(), out);
    assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8))
        .contains("stopping.declaration", "\"officeCode\"");
  }

  private void declare(Owner owner) {
    declare(owner, today());
  }

  private void declare(Owner owner, LocalDate day) {
    assertThat(begin(owner, day)).isInstanceOf(AskingToStop.Begun.class);
    assertThat(stoppings.confirm(owner.session(), code(owner)))
        .isInstanceOf(ConfirmingStop.Declared.class);
  }

  private void close(Owner owner) {
    declare(owner);
    clock.advance(WEEK);
    ends.runNow();
  }

  private String code(Owner owner) {
    return letterBox.newestCode(owner.who().phone());
  }

  private LocalDate today() {
    return VietnamTime.today(clock);
  }

  /** The same person on another day, in another session. */
  private CitizenSession signedInAgain() {
    var id = java.util.UUID.randomUUID();
    return new CitizenSession(id, lan.who().id(), clock.instant());
  }

  private Owner owner() {
    return signedIn(Somebody.withAccount(people, accounts));
  }

  private Owner signedIn(Somebody who) {
    var first = letterBox.firstPassword(who.id());
    var asked = (SigningIn.MustSetPassword) signIn.signIn(who.number(), first, who.device());
    var set = (SettingPassword.Set) signIn.setFirstPassword(asked.ticket(), OWN, who.device());
    var session = sessions.current(set.session().cookieValue()).orElseThrow();
    return new Owner(who, set.session(), session);
  }
}
