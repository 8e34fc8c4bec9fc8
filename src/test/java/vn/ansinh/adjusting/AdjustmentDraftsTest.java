package vn.ansinh.adjusting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.Together;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Upload;
import vn.ansinh.support.LetterBoxTest;

/** What is filled in is kept, and what is missing or wrong in it is named. */
@LetterBoxTest
class AdjustmentDraftsTest extends DeskSetting {

  @Autowired AdjustmentPictures pictures;

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

  private void type(Map<AdjustmentField, String> typed) {
    adjustments.save(lan.id(), it -> it.with(typed)).orElseThrow();
  }

  private Map<AdjustmentField, String> problems() {
    return adjustments.problems(adjustments.editable(lan.id()).orElseThrow());
  }
}
