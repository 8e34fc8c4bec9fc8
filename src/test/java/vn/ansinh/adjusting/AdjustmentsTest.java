package vn.ansinh.adjusting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.accounts.AccountClosed;
import vn.ansinh.accounts.AccountFrozen;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.LostContacts;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.Together;
import vn.ansinh.adjusting.Askers.Asker;
import vn.ansinh.audit.Actor;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.datarights.Downloading;
import vn.ansinh.datarights.Downloads;
import vn.ansinh.datarights.TakenData;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.files.Upload;
import vn.ansinh.people.People;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

/** Asking to have changed what the register says (ADR 24). */
@LetterBoxTest
class AdjustmentsTest {

  @Autowired ApplicationContext context;
  @Autowired Adjustments adjustments;
  @Autowired AdjustmentPictures pictures;
  @Autowired AdjustmentHandIns handIns;
  @Autowired AdjustmentUpkeep upkeep;
  @Autowired AdjustmentSettings settings;
  @Autowired People people;
  @Autowired Files files;
  @Autowired LostContacts lostContacts;
  @Autowired TransactionTemplate transaction;
  @Autowired Downloads downloads;
  @Autowired SentSecrets letterBox;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  Askers askers;
  Asker lan;

  @BeforeEach
  void somebody_signed_in() {
    askers = new Askers(context);
    lan = askers.asker();
  }

  @AfterEach
  void back_to_the_present() {
    clock.reset();
    letterBox.withoutSms(false);
  }

  @Test
  void a_draft_stays_with_the_person_and_is_one() throws Exception {
    var ids =
        Together.run(
            4,
            _ ->
                adjustments
                    .choose(lan.id(), EnumSet.of(Item.SEX), Askers.VI)
                    .map(Adjustment::id)
                    .orElseThrow());
    assertThat(ids).containsOnly(ids.getFirst());
    adjustments.save(lan.id(), it -> it.with(Map.of(AdjustmentField.FULL_NAME, "A1 <b>")));
    adjustments.choose(lan.id(), EnumSet.of(Item.FULL_NAME), Askers.VI);
    assertThat(adjustments.editable(lan.id()).orElseThrow().form().typed(AdjustmentField.FULL_NAME))
        .isEqualTo("A1 <b>");
    assertThat(adjustments.newest(askers.asker().id())).isEmpty();
  }

  @Test
  void what_is_missing_or_wrong_is_named() {
    adjustments.choose(lan.id(), EnumSet.allOf(Item.class), Askers.VI);
    assertThat(problems())
        .containsOnlyKeys(
            AdjustmentField.FULL_NAME,
            AdjustmentField.BIRTH_DATE,
            AdjustmentField.SEX,
            AdjustmentField.PAPER_KIND,
            AdjustmentField.WARD_CODE,
            AdjustmentField.STREET,
            AdjustmentField.CONTACT_PERSON,
            AdjustmentField.REASON,
            AdjustmentField.EFFECTIVE_ON,
            AdjustmentField.PAPER_FRONT,
            AdjustmentField.PAPER_BACK);
    type(
        Map.of(
            AdjustmentField.FULL_NAME, "A1",
            AdjustmentField.BIRTH_DATE, "31/2/1990",
            AdjustmentField.PAPER_KIND, "PASSPORT",
            AdjustmentField.PAPER_NUMBER, "!!",
            AdjustmentField.STREET, "a\u0007b",
            AdjustmentField.NOTE, "x".repeat(501)));
    assertThat(problems())
        .containsEntry(AdjustmentField.FULL_NAME, "WRONG")
        .containsEntry(AdjustmentField.BIRTH_DATE, "WRONG")
        .containsEntry(AdjustmentField.PAPER_NUMBER, "WRONG")
        .containsEntry(AdjustmentField.STREET, "WRONG")
        .containsEntry(AdjustmentField.NOTE, "TOO_LONG")
        .as("a passport has one page with a photo")
        .doesNotContainKey(AdjustmentField.PAPER_BACK);
    assertThat(askers.begin(lan)).isInstanceOf(AskingToAdjust.Incomplete.class);
  }

  @Test
  void what_the_register_says_already_is_no_change() {
    var me = people.find(lan.id()).orElseThrow();
    var address = me.address();
    adjustments.choose(lan.id(), EnumSet.allOf(Item.class), Askers.VI);
    type(
        Map.of(
            AdjustmentField.FULL_NAME, me.fullName(),
            AdjustmentField.BIRTH_DATE, me.birthDate().text(),
            AdjustmentField.SEX, me.sex().name(),
            AdjustmentField.PAPER_KIND, "CITIZEN_CARD",
            AdjustmentField.PAPER_NUMBER, me.personalId(),
            AdjustmentField.ADDRESS_LAYER, address.layer().name(),
            AdjustmentField.WARD_CODE, address.wardCode(),
            AdjustmentField.STREET, address.street()));
    assertThat(problems())
        .containsEntry(AdjustmentField.FULL_NAME, "SAME")
        .containsEntry(AdjustmentField.BIRTH_DATE, "SAME")
        .containsEntry(AdjustmentField.SEX, "SAME")
        .containsEntry(AdjustmentField.PAPER_NUMBER, "SAME")
        .containsEntry(AdjustmentField.WARD_CODE, "SAME");
  }

  @Test
  void the_day_lies_between_a_year_ago_and_ninety_days_ahead() {
    adjustments.choose(lan.id(), EnumSet.of(Item.SEX), Askers.VI);
    var today = askers.today();
    for (var day : List.of(today.minusYears(1).minusDays(1), today.plusDays(91))) {
      type(Map.of(AdjustmentField.EFFECTIVE_ON, Askers.text(day)));
      assertThat(problems()).containsKey(AdjustmentField.EFFECTIVE_ON);
    }
    for (var day : List.of(today.minusYears(1), today, today.plusDays(90))) {
      type(Map.of(AdjustmentField.EFFECTIVE_ON, Askers.text(day)));
      assertThat(problems()).doesNotContainKey(AdjustmentField.EFFECTIVE_ON);
    }
  }

  @Test
  void only_a_grown_up_asks_and_nobody_becomes_a_child() {
    adjustments.choose(lan.id(), EnumSet.of(Item.BIRTH_DATE), Askers.VI);
    var young = askers.today().minusYears(18).plusDays(1);
    type(Map.of(AdjustmentField.BIRTH_DATE, Askers.text(young)));
    assertThat(problems()).containsEntry(AdjustmentField.BIRTH_DATE, "NOT_GROWN_UP");
    sql.sql("update people.person set birth_year = :year where person_id = :person")
        .param("year", young.getYear() + 1)
        .param("person", lan.id().value())
        .update();
    assertThat(adjustments.mayAsk(lan.id())).isFalse();
    assertThat(adjustments.choose(lan.id(), EnumSet.of(Item.SEX), Askers.VI)).isEmpty();
    assertThat(adjustments.mayAsk(Somebody.in(people).id())).as("without an account").isFalse();
  }

  @Test
  void the_password_and_a_code_of_the_same_session_hand_it_in_once() throws Exception {
    var draft = askers.renaming(lan, askers.today());
    assertThat(handIns.begin(lan.session(), "sai", lan.who().device(), Askers.VI))
        .isInstanceOf(AskingToAdjust.NotThePassword.class);
    assertThat(handIns.confirm(lan.session(), "123456"))
        .isInstanceOf(ConfirmingAdjustment.Gone.class);
    assertThat(askers.begin(lan)).isInstanceOf(AskingToAdjust.Begun.class);
    assertThat(handIns.awaited(lan.session()).orElseThrow().sentTo())
        .isEqualTo(Contact.phone(lan.who().phone()));
    assertThat(handIns.sendAgain(lan.session(), Askers.VI, "net")).isPresent();
    var other = new CitizenSession(UUID.randomUUID(), lan.id(), clock.instant());
    assertThat(handIns.confirm(other, askers.code(lan)))
        .isInstanceOf(ConfirmingAdjustment.Gone.class);
    assertThat(handIns.confirm(lan.session(), "12"))
        .isInstanceOf(ConfirmingAdjustment.NotYet.class);
    var code = askers.code(lan);
    var answers = Together.run(8, _ -> handIns.confirm(lan.session(), code));
    assertThat(answers).hasOnlyElementsOfType(ConfirmingAdjustment.Submitted.class);

    var submitted = askers.now(lan);
    assertThat(submitted.id()).isEqualTo(draft.id());
    assertThat(submitted.status()).isEqualTo(AdjustmentStatus.SUBMITTED);
    assertThat(submitted.receiptDue()).isNotNull();
    assertThat(submitted.decisionDue()).isAfter(askers.today());
    assertThat(askers.audited("ADJUSTMENT_SUBMITTED", lan)).isEqualTo(1);
    assertThat(askers.told(lan))
        .as("phone and e-mail")
        .containsExactly("ADJUSTMENT_SUBMITTED", "ADJUSTMENT_SUBMITTED");
    assertThat(adjustments.save(lan.id(), it -> it)).as("no more to change").isEmpty();
    assertThat(pictures.add(lan.id(), FileKind.PAPER_FRONT, new byte[] {1})).isEmpty();
    assertThat(adjustments.choose(lan.id(), EnumSet.of(Item.SEX), Askers.VI)).isEmpty();
  }

  @Test
  void what_is_changed_after_the_code_was_sent_voids_it() {
    askers.renaming(lan, askers.today());
    askers.begin(lan);
    type(Map.of(AdjustmentField.FULL_NAME, "Lê Thị Khác"));
    assertThat(handIns.confirm(lan.session(), askers.code(lan)))
        .isInstanceOf(ConfirmingAdjustment.Gone.class);
    clock.advance(Duration.ofMinutes(2));
    askers.begin(lan);
    askers.photo(lan, FileKind.BIRTH_CERTIFICATE);
    assertThat(handIns.confirm(lan.session(), askers.code(lan)))
        .isInstanceOf(ConfirmingAdjustment.Gone.class);
    clock.advance(Duration.ofMinutes(5));
    askers.begin(lan);
    clock.advance(settings.codeFor());
    assertThat(handIns.confirm(lan.session(), askers.code(lan)))
        .as("half an hour later")
        .isInstanceOf(ConfirmingAdjustment.Gone.class);
  }

  @Test
  void codes_and_photos_are_budgeted_and_unreachable_people_told() {
    askers.renaming(lan, askers.today());
    for (int i = 0; i < settings.perPerson(); i++) {
      assertThat(askers.begin(lan)).isInstanceOf(AskingToAdjust.Begun.class);
    }
    assertThat(askers.begin(lan)).isInstanceOf(AskingToAdjust.TooMany.class);
    for (int i = 0; i < settings.picturesPerHour(); i++) {
      pictures.add(lan.id(), FileKind.PAPER_FRONT, new byte[] {1});
    }
    assertThat(pictures.add(lan.id(), FileKind.PAPER_FRONT, new byte[] {1})).isEmpty();
  }

  @Test
  void a_photo_is_turned_and_one_it_replaces_is_erased() {
    var first = askers.renaming(lan, askers.today()).pictures().of(FileKind.BIRTH_CERTIFICATE);
    assertThat(pictures.rotate(lan.id(), FileKind.PAPER_BACK)).isEmpty();
    assertThat(pictures.rotate(lan.id(), FileKind.BIRTH_CERTIFICATE))
        .get()
        .isInstanceOf(Upload.Stored.class);
    assertThat(files.safety(List.of(first))).isEmpty();
    askers.photo(lan, FileKind.RESIDENCE_PAPER);
    assertThat(adjustments.editable(lan.id()).orElseThrow().pictures().all()).hasSize(2);
  }

  @Test
  void withdrawn_nothing_of_it_stays_and_another_can_be_asked_for() {
    askers.handedIn(lan);
    var picture = askers.now(lan).pictures().all();
    assertThat(adjustments.withdraw(lan.id())).isTrue();
    assertThat(adjustments.withdraw(lan.id())).isFalse();
    assertThat(askers.now(lan).status()).isEqualTo(AdjustmentStatus.WITHDRAWN);
    assertThat(askers.now(lan).content()).isNull();
    assertThat(files.safety(picture)).isEmpty();
    assertThat(adjustments.form01(lan.id())).isEmpty();
    askers.handedIn(lan);
  }

  @Test
  void an_account_frozen_or_given_back_ends_what_is_open() {
    askers.handedIn(lan);
    lostContacts.replace(lan.id(), Contact.phone(Somebody.anyPhone()), Actor.SYSTEM);
    assertThat(askers.now(lan).status()).isEqualTo(AdjustmentStatus.WITHDRAWN);
    assertThat(askers.audited("ADJUSTMENT_ENDED", lan)).isEqualTo(1);
    var minh = askers.asker();
    askers.renaming(minh, askers.today());
    tell(new AccountClosed(minh.id()));
    var ngoc = askers.asker();
    askers.handedIn(ngoc);
    tell(new AccountFrozen(ngoc.id()));
    assertThat(adjustments.newest(minh.id())).as("a draft").isEmpty();
    assertThat(askers.now(ngoc).status()).isEqualTo(AdjustmentStatus.WITHDRAWN);
  }

  @Test
  void what_is_left_lying_is_erased_after_thirty_days() {
    var draft = askers.renaming(lan, askers.today());
    clock.advance(settings.draftsKeptFor().minusMinutes(1));
    upkeep.run();
    assertThat(askers.now(lan).content()).isNotNull();
    clock.advance(Duration.ofMinutes(2));
    upkeep.run();
    assertThat(adjustments.newest(lan.id())).isEmpty();
    assertThat(files.safety(draft.pictures().all())).isEmpty();
    assertThat(askers.audited("ADJUSTMENT_ERASED", lan)).isEqualTo(1);
  }

  @Test
  void the_form_lists_old_and_new_and_is_one_document() throws Exception {
    assertThat(adjustments.form01(lan.id())).isEmpty();
    askers.handedIn(lan);
    var pdf = adjustments.form01(lan.id()).orElseThrow();
    assertThat(adjustments.form01(lan.id()).orElseThrow()).isEqualTo(pdf);
    try (var document = Loader.loadPDF(pdf)) {
      var text = new PDFTextStripper();
      text.setSortByPosition(true);
      assertThat(text.getText(document).replaceAll("\\s+", " "))
          .contains(
              askers.now(lan).code().value(),
              "X Điều chỉnh thông tin",
              "từ " + lan.who().person().fullName() + " thành " + Askers.NEW_NAME,
              "Theo giấy khai sinh");
    }
  }

  @Test
  void nothing_of_it_lies_in_plain_and_its_person_is_handed_it() throws Exception {
    askers.handedIn(lan);
    assertThat(
            sql.sql("select to_jsonb(a)::text from adjusting.adjustment a")
                .query(String.class)
                .list())
        .isNotEmpty()
        .noneMatch(it -> it.contains("Mới") || it.contains(lan.who().number()));
    var out = new java.io.ByteArrayOutputStream();
    downloads.write(((Downloading.Granted) TakenData.of(downloads, lan.id())).held(), out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("adjusting.adjustment", Askers.NEW_NAME);
  }

  @Test
  void an_address_of_the_old_layer_can_be_asked_for() {
    adjustments.choose(lan.id(), Set.of(Item.ADDRESS), Askers.VI);
    type(
        Map.of(
            AdjustmentField.ADDRESS_LAYER, Layer.UNTIL_2025.name(),
            AdjustmentField.WARD_CODE, "27487",
            AdjustmentField.STREET, "Số 99 đường Mới",
            AdjustmentField.REASON, "MOVED_HOME",
            AdjustmentField.EFFECTIVE_ON, Askers.text(askers.today())));
    assertThat(problems()).as("no paper is needed").isEmpty();
    assertThat(adjustments.wanted(adjustments.editable(lan.id()).orElseThrow()).address().street())
        .isEqualTo("Số 99 đường Mới");
  }

  private void tell(Object event) {
    transaction.executeWithoutResult(_ -> context.publishEvent(event));
  }

  private void type(Map<AdjustmentField, String> typed) {
    adjustments.save(lan.id(), it -> it.with(typed)).orElseThrow();
  }

  private Map<AdjustmentField, String> problems() {
    return adjustments.problems(adjustments.editable(lan.id()).orElseThrow());
  }
}
