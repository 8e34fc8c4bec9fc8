package vn.ansinh.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.identity.NameCheck.Doubtful;
import vn.ansinh.identity.NameCheck.Invalid;
import vn.ansinh.identity.NameCheck.Problem;
import vn.ansinh.identity.NameCheck.Valid;
import vn.ansinh.identity.PersonNames.Likeness;

class PersonNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nguyễn Văn A",
        "NGUYỄN VĂN A",
        "Tôn Nữ Thị Quỳnh-Như",
        "Y Blô Niê Kđăm",
        "H'Hen Niê",
        "K'Brể Ót",
        "José García",
        "Bùi Thị Út"
      })
  void a_full_name_with_diacritics_is_a_name(String typed) {
    assertThat(PersonNames.check(typed)).isEqualTo(new Valid(typed));
  }

  @Test
  void spaces_accents_apostrophes_and_hyphens_are_written_in_one_way() {
    assertThat(PersonNames.check("  Nguye\u0302\u0303n\u00A0  Va\u0306n\tA \n"))
        .isEqualTo(new Valid("Nguyễn Văn A"));
    assertThat(PersonNames.check("H’Hen Niê")).isEqualTo(new Valid("H'Hen Niê"));
    assertThat(PersonNames.check("Lê‐Minh Tú")).isEqualTo(new Valid("Lê-Minh Tú"));
  }

  @Test
  void a_name_without_any_diacritic_is_accepted_with_a_question() {
    assertThat(PersonNames.check("NGUYEN VAN A")).isEqualTo(new Doubtful("NGUYEN VAN A"));
    assertThat(PersonNames.check("John St. Smith")).isEqualTo(new Doubtful("John St. Smith"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '',               EMPTY
          '   ',            EMPTY
          NGUYENVANA,       NO_SPACES
          Nguyễn,           NO_SPACES
          Nguyễn Văn 2,     DIGITS_OR_SYMBOLS
          Nguyễn Văn Ⅷ,     DIGITS_OR_SYMBOLS
          Nguyễn Văn 😀,    DIGITS_OR_SYMBOLS
          Nguyễn 👨‍👩‍👧 A,  DIGITS_OR_SYMBOLS
          Nguyễn <b>A,      DIGITS_OR_SYMBOLS
          'Nguyễn, Văn A',  DIGITS_OR_SYMBOLS
          Nguyễn; Văn A,    DIGITS_OR_SYMBOLS
          - -,              DIGITS_OR_SYMBOLS
          Nguyễn Văn А,     FOREIGN_LETTERS
          王 小明,           FOREIGN_LETTERS
          """)
  void what_is_no_name_is_refused_with_its_reason(String typed, Problem problem) {
    assertThat(PersonNames.check(typed)).isEqualTo(new Invalid(problem));
  }

  @Test
  void invisible_characters_and_piled_up_accents_are_refused() {
    for (var mark : new String[] {"\u0000", "\u202E", "\u200B", "\uFEFF", "\u00AD", "\u0007"}) {
      assertThat(PersonNames.check("Nguyễn " + mark + "Văn A"))
          .isEqualTo(new Invalid(Problem.CONTROL_CHARACTERS));
    }
    assertThat(PersonNames.check("Nguyễn Văn\uD83D A"))
        .isEqualTo(new Invalid(Problem.CONTROL_CHARACTERS));
    assertThat(PersonNames.check("Nguyễn Z\u0310\u0311\u0312\u0313 A"))
        .isEqualTo(new Invalid(Problem.DIGITS_OR_SYMBOLS));
  }

  @Test
  void a_name_ends_at_a_hundred_characters() {
    assertThat(PersonNames.check("Ấ " + "Ấ".repeat(98))).isInstanceOf(Valid.class);
    assertThat(PersonNames.check("Ấ " + "Ấ".repeat(99))).isEqualTo(new Invalid(Problem.TOO_LONG));
    assertThat(PersonNames.check("Ấ ".repeat(5_000))).isEqualTo(new Invalid(Problem.TOO_LONG));
  }

  @ParameterizedTest
  @CsvSource({
    "Nguyễn Thị Hoà, NGUYỄN THỊ HÒA",
    "Phan Thuý, Phan Thúy",
    "Lý Thường Kiệt, Lí Thường Kiệt",
    "Võ Quý, Võ Quí",
    "Mỹ Duyên, Mĩ Duyên",
    "Đào Tuỵ, đào tụy",
    "Trần  Văn   A, Trần Văn A"
  })
  void spelling_habits_do_not_make_another_name(String one, String other) {
    assertThat(PersonNames.compare(one, other)).isEqualTo(Likeness.SAME);
    assertThat(PersonNames.searchForm(one)).isEqualTo(PersonNames.searchForm(other));
  }

  @ParameterizedTest
  @CsvSource({
    "Trần Thùy, Trần Thúy, SAME_WITHOUT_DIACRITICS",
    "Nguyễn Văn A, NGUYEN VAN A, SAME_WITHOUT_DIACRITICS",
    "Đỗ An, Do An, SAME_WITHOUT_DIACRITICS",
    "Nguyễn Lý, Nguyen Li, SAME_WITHOUT_DIACRITICS",
    "Trần Thuý, Trần Thuí, DIFFERENT",
    "Lê Hay, Lê Hai, DIFFERENT",
    "Lê An, Lê Ân Tú, DIFFERENT"
  })
  void other_names_are_told_apart(String one, String other, Likeness likeness) {
    assertThat(PersonNames.compare(one, other)).isEqualTo(likeness);
  }

  @Test
  void the_search_form_has_no_diacritics_and_one_spelling() {
    assertThat(PersonNames.searchForm("Lý Thị Ngọc Mỹ")).isEqualTo("li thi ngoc mi");
    assertThat(PersonNames.searchForm("Đặng Quý Thuỳ")).isEqualTo("dang qui thuy");
  }

  @Test
  void whatever_is_typed_the_check_answers_and_what_it_accepts_stays_accepted() {
    for (var typed : RandomText.samples(20_000)) {
      assertThatCode(() -> PersonNames.compare(typed, "Nguyễn Văn A")).doesNotThrowAnyException();
      assertThat(PersonNames.same(typed, typed)).isTrue();
      if (PersonNames.check(typed) instanceof Valid(var written)) {
        assertThat(PersonNames.check(written)).isEqualTo(new Valid(written));
        assertThat(PersonNames.same(typed, written)).isTrue();
      }
    }
  }
}
