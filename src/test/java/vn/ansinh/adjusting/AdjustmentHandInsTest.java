package vn.ansinh.adjusting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Together;
import vn.ansinh.datarights.Downloading;
import vn.ansinh.datarights.Downloads;
import vn.ansinh.datarights.TakenData;
import vn.ansinh.files.FileKind;
import vn.ansinh.support.LetterBoxTest;

/** Handing in: the password, a code of the same session, once (ADR 24). */
@LetterBoxTest
class AdjustmentHandInsTest extends DeskSetting {

  @Autowired AdjustmentPictures pictures;
  @Autowired AdjustmentHandIns handIns;
  @Autowired Downloads downloads;

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

  private void type(Map<AdjustmentField, String> typed) {
    adjustments.save(lan.id(), it -> it.with(typed)).orElseThrow();
  }
}
