package vn.ansinh.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.registration.Completeness.Finding;
import vn.ansinh.support.LetterBoxTest;

@LetterBoxTest
class CompletenessTest {

  @Autowired Drafts drafts;
  @Autowired Applicants applicants;

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "APPLICANT_KIND, '', EMPTY",
        "APPLICANT_KIND, ORGANIZATION, UNKNOWN",
        "NUMBER, '', EMPTY",
        "NUMBER, 12345, WRONG_LENGTH",
        "NUMBER, 79ab000012, WRONG_CHARACTERS",
        "FULL_NAME, '', EMPTY",
        "FULL_NAME, NGUYENVANA, NO_SPACES",
        "FULL_NAME, Nguyễn Văn 1, DIGITS_OR_SYMBOLS",
        "BIRTH_DATE, 31/02/1990, NOT_A_DATE",
        "BIRTH_DATE, 01/01/2199, IN_THE_FUTURE",
        "BIRTH_DATE, 01/01/2020, TOO_YOUNG",
        "SEX, X, UNKNOWN",
        "PAPER_KIND, '', EMPTY",
        "PAPER_NUMBER, 123, WRONG_LENGTH",
        "ADDRESS_LAYER, '', EMPTY",
        "WARD_CODE, '', EMPTY",
        "WARD_CODE, 99999, UNKNOWN",
        "STREET, '', EMPTY",
        "STREET, Số 1 😀, WRONG_CHARACTERS",
        "CONTACT_PERSON, '', EMPTY",
        "PHONE, '', EMPTY",
        "PHONE, 02838221234, WRONG_FORMAT",
        "EMAIL, không-phải-thư, WRONG_FORMAT",
        "EMAIL, '', EMPTY",
        "OFFICE_CODE, '', EMPTY",
        "OFFICE_CODE, 99999, UNKNOWN",
        "HAND_IN, '', EMPTY",
        "PLACE, '', EMPTY",
        "PLACE, ELSEWHERE, UNKNOWN"
      })
  void each_field_says_what_is_wrong_with_it(Field field, String typed, String code) {
    assertThat(check(Applicants.typing(Applicants.stranger(), field, typed)).problems())
        .containsExactly(new Finding(field, code));
  }

  @Test
  void a_street_of_ten_thousand_characters_or_with_hidden_ones_is_told_apart() {
    assertThat(problem(Field.STREET, "x".repeat(10_000))).isEqualTo("TOO_LONG");
    assertThat(problem(Field.STREET, "Số 1\u202E đường")).isEqualTo("CONTROL_CHARACTERS");
    assertThat(problem(Field.STREET, "Số 1\0 đường")).isEqualTo("CONTROL_CHARACTERS");
    assertThat(problem(Field.STREET, "<b>'; drop table x</b>")).isNull();
  }

  @Test
  void without_photos_the_step_of_photos_is_incomplete_and_passports_have_no_back() {
    var draft = drafts.start().id();
    drafts.save(draft, DraftContent.empty("vi").with(Applicants.stranger()));
    assertThat(drafts.check(draft).problems(Step.PHOTOS)).hasSize(3);
    var passport = Applicants.typing(Applicants.stranger(), Field.PAPER_KIND, "PASSPORT");
    drafts.save(
        draft,
        DraftContent.empty("vi").with(Applicants.typing(passport, Field.PAPER_NUMBER, "C1234567")));
    assertThat(drafts.check(draft).problems())
        .containsExactly(
            new Finding(Field.PORTRAIT, "EMPTY"), new Finding(Field.PAPER_FRONT, "EMPTY"));
  }

  @Test
  void numbers_that_contradict_sex_or_year_are_doubted_but_not_refused() {
    var typed = Applicants.typing(Applicants.stranger(), Field.SEX, "MALE");
    var completeness = check(Applicants.typing(typed, Field.BIRTH_DATE, "1985"));
    assertThat(completeness.isComplete()).isTrue();
    assertThat(completeness.doubts(Step.DECLARATION))
        .containsExactly(
            new Finding(Field.PAPER_NUMBER, "SEX_DIFFERS"),
            new Finding(Field.PAPER_NUMBER, "BIRTH_YEAR_DIFFERS"));
  }

  @Test
  void a_name_without_diacritics_is_doubted() {
    var typed = Applicants.typing(Applicants.stranger(), Field.FULL_NAME, "Nguyen Thi Mau");
    assertThat(check(typed).doubts())
        .containsExactly(new Finding(Field.FULL_NAME, "NO_DIACRITICS"));
  }

  @Test
  void only_workers_hand_in_through_the_employer() {
    var typed =
        Applicants.typing(Applicants.stranger(), Field.HAND_IN, HandIn.THROUGH_EMPLOYER.name());
    assertThat(check(typed).isComplete()).isTrue();
    assertThat(
            check(Applicants.typing(typed, Field.APPLICANT_KIND, ApplicantKind.INDIVIDUAL.name()))
                .problems())
        .containsExactly(new Finding(Field.HAND_IN, "ONLY_FOR_EMPLOYEES"));
  }

  @Test
  void an_ivan_provider_is_one_of_the_list() {
    var typed = Applicants.typing(Applicants.stranger(), Field.PLACE, "IVAN");
    assertThat(check(typed).problems()).containsExactly(new Finding(Field.IVAN_CODE, "EMPTY"));
    assertThat(check(Applicants.typing(typed, Field.IVAN_CODE, "NOBODY")).problems())
        .containsExactly(new Finding(Field.IVAN_CODE, "UNKNOWN"));
    assertThat(check(Applicants.typing(typed, Field.IVAN_CODE, "EFY")).isComplete()).isTrue();
  }

  @Test
  void an_empty_draft_lacks_every_step_that_asks_for_something() {
    assertThat(drafts.check(drafts.start().id()).steps())
        .containsExactly(Step.KIND, Step.NUMBER, Step.DECLARATION, Step.PHOTOS, Step.OFFICE);
  }

  @Test
  void an_email_address_is_not_needed_where_nothing_is_to_be_sent_there() {
    var typed = Applicants.typing(Applicants.stranger(), Field.EMAIL, "");
    assertThat(check(Applicants.typing(typed, Field.RECEIVES_BY_EMAIL, "")).isComplete()).isTrue();
  }

  private Completeness check(Map<Field, String> typed) {
    var contact = Applicants.typing(Applicants.stranger(), Field.EMAIL, "");
    var draft = applicants.ready(contact);
    drafts.save(draft, DraftContent.empty("vi").with(typed));
    return drafts.check(draft);
  }

  private String problem(Field field, String typed) {
    return check(Applicants.typing(Applicants.stranger(), field, typed)).problems().stream()
        .map(Finding::code)
        .findFirst()
        .orElse(null);
  }
}
