package vn.ansinh.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.DeclarationEvent;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.Field;
import vn.ansinh.review.Comparison.Source;
import vn.ansinh.review.Comparison.Verdict;
import vn.ansinh.review.Handling.Done;

class AssessmentTest extends OfficeTest {

  @Test
  void what_is_as_in_the_register_is_consistent_with_and_without_a_card() {
    var known = applicants.known();
    assertThat(assessed(submitted(known))).isEqualTo(Assessment.CONSISTENT);
    var scanned = applicants.known();
    var file = submitted(scanned, citizen(scanned, "NGUYỄN THỊ HÒA MẪU"));
    assertThat(assessed(file)).isEqualTo(Assessment.CONSISTENT);
    var comparison = comparison(file);
    for (var field : List.of(Comparison.Field.FULL_NAME, Comparison.Field.PAPER_NUMBER)) {
      assertThat(comparison.of(Source.CITIZEN_CARD, field)).isEqualTo(Verdict.SAME);
    }
    assertThat(comparison.of(Source.CITIZEN_CARD, Comparison.Field.NUMBER))
        .isEqualTo(Verdict.ONE_SIDED);
    assertThat(comparison.of(Source.MACHINE_LINES, Comparison.Field.FULL_NAME))
        .isEqualTo(Verdict.ONE_SIDED);
  }

  @Test
  void a_name_without_its_diacritics_is_to_be_looked_at() {
    var known = applicants.known();
    assertThat(assessed(submitted(known, citizen(known, "Nguyen Thi Hoa Mau"))))
        .isEqualTo(Assessment.LOOK_HERE);
  }

  @Test
  void the_card_of_somebody_else_contradicts() {
    var known = applicants.known();
    assertThat(assessed(submitted(known, citizen(applicants.known(), "Nguyễn Thị Hoà Mẫu"))))
        .isEqualTo(Assessment.CONTRADICTION);
    var other = applicants.known();
    assertThat(assessed(submitted(other, citizen(other, "Nguyễn Thị Huệ"))))
        .isEqualTo(Assessment.CONTRADICTION);
    var insured = applicants.known();
    var card =
        "7900000012|4e677579e1bb856e205468e1bb8b204de1baab75|15/01/1990|2|-|79 - 013|01/01/2026|-|"
            + "01/01/2026|79197900000012|-|4| 01/01/2031|0000000000000000-0000|4|-|$";
    assertThat(assessed(submitted(insured, Map.of(Field.INSURANCE_CARD_CODE, card))))
        .isEqualTo(Assessment.CONTRADICTION);
  }

  @Test
  void a_card_that_says_the_year_only_is_no_contradiction() {
    for (var born :
        Map.of("1990", Assessment.CONSISTENT, "1991", Assessment.CONTRADICTION).entrySet()) {
      var known = applicants.known();
      var card =
          "DN479%s|4e677579e1bb856e205468e1bb8b20486fc3a0204de1baab75|%s|2|-|01 - C54|01/01/2026|31/12/2026|01/01/2026|$"
              .formatted(known.details().socialInsuranceNumber(), born.getKey());
      assertThat(assessed(submitted(known, Map.of(Field.INSURANCE_CARD_CODE, card))))
          .isEqualTo(born.getValue());
    }
  }

  @Test
  void a_card_alone_confirms_nothing_and_what_is_no_card_counts_as_not_read() {
    var typed = Applicants.typing(Applicants.stranger(), Field.OFFICE_CODE, district);
    var code =
        "%s||Nguyễn Thị Hoà Mẫu|15011990|Nữ|Số 1|15042021".formatted(typed.get(Field.PAPER_NUMBER));
    var file = applicants.submitted(Applicants.typing(typed, Field.CITIZEN_CARD_CODE, code)).id();
    assertThat(assessed(file)).isEqualTo(Assessment.LOOK_HERE);
    var known = applicants.known();
    var nonsense = submitted(known, Map.of(Field.CITIZEN_CARD_CODE, "https://example.vn/"));
    assertThat(assessed(nonsense)).isEqualTo(Assessment.CONSISTENT);
    assertThat(looks.open(nonsense, an).orElseThrow().evidence().orElseThrow().citizenCard())
        .isEmpty();
  }

  @Test
  void choosing_somebody_of_the_register_assesses_anew() {
    var known = applicants.known();
    var file = submitted();
    assertThat(assessed(file)).isEqualTo(Assessment.LOOK_HERE);
    assertThat(register.choose(file, known.person(), an)).isEqualTo(new Done());
    assertThat(assessed(file)).isEqualTo(Assessment.CONTRADICTION);
  }

  @Test
  void a_correction_is_assessed_anew_and_codes_stay_out_of_the_history() {
    var known = applicants.known();
    var file = submitted(known, Map.of(Field.SEX, "MALE"));
    assertThat(assessed(file)).isEqualTo(Assessment.CONTRADICTION);
    assertThat(decisions.decide(file, returning(file), ALL, an)).isEqualTo(new Done());
    var corrected = new EnumMap<>(citizen(known, "Nguyễn Thị Hoà Mẫu"));
    corrected.put(Field.SEX, "FEMALE");
    applicants.corrected(file, corrected);
    assertThat(assessed(file)).isEqualTo(Assessment.CONSISTENT);
    assertThat(declarations.history(file))
        .flatExtracting(it -> it.changes().keySet())
        .contains(Field.SEX)
        .doesNotContain(Field.CITIZEN_CARD_CODE);
    assertThat(declarations.history(file)).hasOnlyElementsOfType(DeclarationEvent.class);
  }

  @Test
  void the_queue_is_ordered_and_narrowed_by_it() {
    var known = applicants.known();
    var bad = submitted(known, Map.of(Field.SEX, "MALE"));
    var unsure = submitted();
    var good = submitted(applicants.known());
    assertThat(listed(null)).containsExactly(good, unsure, bad);
    assertThat(listed(Assessment.CONTRADICTION)).containsExactly(bad);
  }

  private List<DeclarationId> listed(@Nullable Assessment only) {
    var filter =
        new QueueFilter(QueueTab.ALL, "", null, null, only, null, null, QueueSort.ASSESSMENT, 1);
    return queue.page(filter, an).lines().stream().map(QueueLine::id).toList();
  }

  private Assessment assessed(DeclarationId file) {
    var stored =
        queue.page(filter(code(file)), an).lines().stream()
            .filter(it -> it.id().equals(file))
            .findFirst()
            .orElseThrow()
            .assessment();
    assertThat(comparison(file).assessment()).isEqualTo(stored);
    return stored;
  }

  private Comparison comparison(DeclarationId file) {
    return looks.open(file, an).orElseThrow().comparison().orElseThrow();
  }

  private DeclarationId submitted(Applicants.Known known, Map<Field, String> more) {
    var typed = new EnumMap<>(known.typing(Field.OFFICE_CODE, district));
    typed.putAll(more);
    return applicants.submitted(typed).id();
  }

  private static Map<Field, String> citizen(Applicants.Known known, String name) {
    return Map.of(
        Field.CITIZEN_CARD_CODE,
        "%s|012345678|%s|15011990|Nữ|Số 1 đường Thử|15042021"
            .formatted(known.details().personalId(), name));
  }
}
