package vn.ansinh.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.identity.NumberCheck.Invalid;
import vn.ansinh.identity.NumberCheck.Problem;
import vn.ansinh.identity.NumberCheck.Valid;

class IdentityDocumentsTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          CITIZEN_CARD, 079190000017,         079190000017
          CITIZEN_CARD, 079 190 000 017,      079190000017
          CITIZEN_CARD, 999190000017,         999190000017
          CITIZEN_CARD, ０７９１９０００００１７, 079190000017
          OLD_CARD,     012345678,            012345678
          OLD_CARD,     012.345.678,          012345678
          OLD_CARD,     079190000017,         079190000017
          PASSPORT,     c1234567,             C1234567
          PASSPORT,     B 12345678,           B12345678
          PASSPORT,     X9Y8Z7,               X9Y8Z7
          PASSPORT,     ABC123456789012,      ABC123456789012
          """)
  void a_number_of_the_right_form_is_taken_and_normalised(
      PaperKind kind, String typed, String normalized) {
    assertThat(IdentityDocuments.check(kind, typed)).isEqualTo(new Valid(normalized));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          CITIZEN_CARD, '',               EMPTY
          CITIZEN_CARD, ' - . ',          EMPTY
          CITIZEN_CARD, 07919000001,      WRONG_LENGTH
          CITIZEN_CARD, 0791900000170,    WRONG_LENGTH
          CITIZEN_CARD, 07919O000017,     WRONG_CHARACTERS
          CITIZEN_CARD, ٠٧٩١٩٠٠٠٠٠١٧,     WRONG_CHARACTERS
          OLD_CARD,     0123456789,       WRONG_LENGTH
          OLD_CARD,     0123A5678,        WRONG_CHARACTERS
          PASSPORT,     AB123,            WRONG_LENGTH
          PASSPORT,     ABC1234567890123, WRONG_LENGTH
          PASSPORT,     C12345é7,         WRONG_CHARACTERS
          """)
  void a_number_of_another_form_is_refused_with_its_reason(
      PaperKind kind, String typed, Problem problem) {
    assertThat(IdentityDocuments.check(kind, typed)).isEqualTo(new Invalid(problem));
  }

  @ParameterizedTest
  @CsvSource({
    "7900000012, 7900000012",
    "79 0000 0012, 7900000012",
    "079190000017, 079190000017",
    "DN4797900000012, 7900000012",
    "dn 4 79 7900000012, 7900000012"
  })
  void a_social_insurance_number_has_10_or_12_digits_or_is_the_end_of_a_card_number(
      String typed, String normalized) {
    assertThat(IdentityDocuments.socialInsuranceNumber(typed)).isEqualTo(new Valid(normalized));
  }

  @ParameterizedTest
  @CsvSource({
    "'', EMPTY",
    "790000001, WRONG_LENGTH",
    "79000000123, WRONG_LENGTH",
    "79000000l2, WRONG_CHARACTERS",
    "D14797900000012, WRONG_CHARACTERS",
    "DN6797900000012, WRONG_CHARACTERS",
    "123456789012345, WRONG_CHARACTERS"
  })
  void other_social_insurance_numbers_are_refused(String typed, Problem problem) {
    assertThat(IdentityDocuments.socialInsuranceNumber(typed)).isEqualTo(new Invalid(problem));
  }

  @Test
  void a_number_that_agrees_with_the_declaration_leaves_no_doubt() {
    assertThat(doubts("079190000017", Sex.FEMALE, "15/01/1990")).isEmpty();
    assertThat(doubts("001085000024", Sex.MALE, "1985")).isEmpty();
    assertThat(doubts("092301000038", Sex.FEMALE, "05/09/2001")).isEmpty();
  }

  @Test
  void each_disagreement_is_a_doubt_and_never_a_refusal() {
    assertThat(doubts("079190000017", Sex.MALE, "15/01/1990")).containsExactly(Doubt.SEX_DIFFERS);
    assertThat(doubts("079190000017", Sex.FEMALE, "15/01/2090"))
        .containsExactly(Doubt.BIRTH_YEAR_DIFFERS);
    assertThat(doubts("003190000017", Sex.FEMALE, "1990")).containsExactly(Doubt.UNKNOWN_PROVINCE);
    assertThat(doubts("999290000017", Sex.FEMALE, "1990"))
        .containsExactly(Doubt.UNKNOWN_PROVINCE, Doubt.SEX_DIFFERS, Doubt.BIRTH_YEAR_DIFFERS);
  }

  @Test
  void what_is_not_declared_or_not_told_by_the_paper_leaves_no_doubt() {
    assertThat(IdentityDocuments.doubts(card("079190000017"), null, null)).isEmpty();
    assertThat(doubts("079190000017", Sex.OTHER, "1990")).isEmpty();
    var passport = new IdentityPaper(PaperKind.PASSPORT, "C1234567");
    assertThat(IdentityDocuments.doubts(passport, Sex.MALE, new BirthDate(1990, null, null)))
        .isEmpty();
    var oldCard = new IdentityPaper(PaperKind.OLD_CARD, "012345678");
    assertThat(IdentityDocuments.doubts(oldCard, Sex.MALE, null)).isEmpty();
  }

  @Test
  void whatever_is_typed_the_check_answers() {
    for (var typed : RandomText.samples(20_000)) {
      assertThatCode(
              () -> {
                for (var kind : PaperKind.values()) {
                  IdentityDocuments.check(kind, typed);
                  IdentityDocuments.doubts(new IdentityPaper(kind, typed), Sex.MALE, null);
                }
                IdentityDocuments.socialInsuranceNumber(typed);
              })
          .doesNotThrowAnyException();
    }
  }

  private static List<Doubt> doubts(String number, Sex sex, String born) {
    return IdentityDocuments.doubts(card(number), sex, BirthDate.parse(born).orElseThrow());
  }

  private static IdentityPaper card(String number) {
    return new IdentityPaper(PaperKind.CITIZEN_CARD, number);
  }
}
