package vn.ansinh.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.ansinh.files.FileId;
import vn.ansinh.files.SaidPhotos;
import vn.ansinh.reading.SpecimenLines;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.Field;
import vn.ansinh.review.Comparison.Source;
import vn.ansinh.review.Comparison.Verdict;

/** What photos say by themselves, read before or after a declaration is sent. */
class PhotoEvidenceTest extends OfficeTest {

  @Autowired ApplicationContext context;

  @Test
  void the_code_in_a_photo_is_compared_and_marked_as_read_from_it() {
    var known = applicants.known();
    var file = submitted(known, Map.of());
    assertThat(stored(file)).isEqualTo(Assessment.CONSISTENT);
    SaidPhotos.say(context, front(file), code(known, "Nguyễn Thị Hoà Mẫu"), null);
    assertThat(stored(file)).isEqualTo(Assessment.CONSISTENT);
    var opened = looks.open(file, an).orElseThrow();
    assertThat(
            opened.comparison().orElseThrow().of(Source.CITIZEN_CARD, Comparison.Field.FULL_NAME))
        .isEqualTo(Verdict.SAME);
    assertThat(opened.evidence().orElseThrow().isFromPhoto(Source.CITIZEN_CARD)).isTrue();
    assertThat(opened.evidence().orElseThrow().isFromPhoto(Source.MACHINE_LINES)).isFalse();
  }

  @Test
  void a_photo_of_somebody_elses_card_contradicts_as_soon_as_it_is_read() {
    var known = applicants.known();
    var file = submitted(known, Map.of());
    SaidPhotos.say(context, front(file), code(known, "Nguyễn Thị Huệ"), null);
    assertThat(stored(file)).isEqualTo(Assessment.CONTRADICTION);
  }

  @Test
  void the_machine_lines_in_a_photo_are_compared_without_diacritics() {
    var known = applicants.known();
    var file = submitted(known, Map.of());
    var number = known.details().personalId();
    SaidPhotos.say(context, back(file), null, SpecimenLines.of(number, "NGUYEN<<THI<HOA<MAU"));
    var opened = looks.open(file, an).orElseThrow();
    assertThat(
            opened.comparison().orElseThrow().of(Source.MACHINE_LINES, Comparison.Field.FULL_NAME))
        .isEqualTo(Verdict.SAME);
    assertThat(opened.evidence().orElseThrow().isFromPhoto(Source.MACHINE_LINES)).isTrue();
    assertThat(stored(file)).isEqualTo(Assessment.CONSISTENT);
  }

  @Test
  void what_was_scanned_goes_first_and_another_card_in_the_photo_is_a_contradiction_by_itself() {
    var known = applicants.known();
    var scanned = code(known, "Nguyễn Thị Hoà Mẫu");
    var file = submitted(known, Map.of(Field.CITIZEN_CARD_CODE, scanned));
    assertThat(stored(file)).isEqualTo(Assessment.CONSISTENT);
    SaidPhotos.say(context, front(file), code(known, "Nguyễn Thị Huệ"), null);
    assertThat(stored(file)).isEqualTo(Assessment.CONTRADICTION);
    var evidence = looks.open(file, an).orElseThrow().evidence().orElseThrow();
    assertThat(evidence.citizenCard().orElseThrow().fullName()).isEqualTo("Nguyễn Thị Hoà Mẫu");
    assertThat(evidence.contradictions()).containsExactly(Source.CITIZEN_CARD);
    assertThat(evidence.isFromPhoto(Source.CITIZEN_CARD)).isFalse();
  }

  private Assessment stored(DeclarationId file) {
    var stored =
        queue.page(filter(code(file)), an).lines().stream()
            .filter(it -> it.id().equals(file))
            .findFirst()
            .orElseThrow()
            .assessment();
    assertThat(looks.open(file, an).orElseThrow().comparison().orElseThrow().assessment())
        .isEqualTo(stored);
    return stored;
  }

  private FileId front(DeclarationId file) {
    return sure(declarations.find(file).orElseThrow().photos().paperFront());
  }

  private FileId back(DeclarationId file) {
    return sure(declarations.find(file).orElseThrow().photos().paperBack());
  }

  private static FileId sure(@Nullable FileId id) {
    if (id == null) {
      throw new AssertionError("a photo is missing");
    }
    return id;
  }

  private DeclarationId submitted(Applicants.Known known, Map<Field, String> more) {
    var typed = new EnumMap<>(known.typing(Field.OFFICE_CODE, district));
    typed.putAll(more);
    return applicants.submitted(typed).id();
  }

  private static String code(Applicants.Known known, String name) {
    return "%s|012345678|%s|15011990|Nữ|Số 1 đường Thử|15042021"
        .formatted(known.details().personalId(), name);
  }
}
