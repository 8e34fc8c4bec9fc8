package vn.ansinh.stopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.Together;
import vn.ansinh.audit.Actor;
import vn.ansinh.catalogue.CodeList;
import vn.ansinh.catalogue.CodeLists;
import vn.ansinh.datarights.Downloading;
import vn.ansinh.datarights.TakenData;
import vn.ansinh.platform.VietnamTime;

/** Declaring that one stops, with Form 01 (ADR 21). */
class StoppingsTest extends StoppingTest {

  @Autowired StopReasons reasons;
  @Autowired CodeLists codes;

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
                lan.session(),
                new StopWish("OTHER", "", today(), false),
                "sai",
                lan.who().device(),
                VI))
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
  void of_many_requests_and_codes_at_once_one_declaration_comes() throws Exception {
    Together.run(4, _ -> begin(lan, today()));
    assertThat(rows()).isEqualTo(1);
    var code = code(lan);
    var answers = Together.run(12, _ -> stoppings.confirm(lan.session(), code));
    assertThat(answers).filteredOn(ConfirmingStop.Declared.class::isInstance).hasSize(1);
    assertThat(letterBox.closingNotices(lan.who().id())).hasSize(1);
  }

  @Test
  void the_declaration_is_among_what_its_owner_is_handed() throws Exception {
    declare(lan);
    var out = new java.io.ByteArrayOutputStream();
    downloads.write(((Downloading.Granted) TakenData.of(downloads, lan.who().id())).held(), out);
    assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8))
        .contains("stopping.declaration", "\"officeCode\"");
  }

  @Test
  void reasons_are_the_administrators_and_a_declaration_keeps_the_words_of_its_day()
      throws Exception {
    var today = today();
    listed("MOVED_IN", today, "Về ở với con", "Moved in with my child");
    listed("MOVED_IN", today.plusDays(1), "Về ở cùng con cháu", "Moved in with my family");
    assertThat(begin(lan, "MOVED_IN", today)).isInstanceOf(AskingToStop.Begun.class);
    stoppings.confirm(lan.session(), code(lan));
    clock.advance(Duration.ofDays(1));
    assertThat(reasons.today())
        .extracting(it -> it.in(VI))
        .contains("Về ở cùng con cháu")
        .doesNotContain("Về ở với con");
    assertThat(reasons.today()).last().extracting(StopReason::code).isEqualTo("OTHER");
    try (var form = Loader.loadPDF(stoppings.form01(lan.who().id()).orElseThrow())) {
      assertThat(new PDFTextStripper().getText(form)).contains("Về ở với con");
    }
    assertThat(begin(owner(), "NOBODYS", today().plusDays(1)))
        .isInstanceOf(AskingToStop.NotThatReason.class);
  }

  private void listed(String code, LocalDate from, String vietnamese, String english) {
    codes.write(CodeList.STOP_REASON, code, from, vietnamese, english, Map.of(), Actor.SYSTEM);
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
}
