package vn.ansinh.printing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTextTest {

  private final PrintableText text = new PrintableText(Fonts::hasGlyph);

  @Test
  void every_vietnamese_letter_stays_as_it_is() {
    String letters = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ";
    assertThat(text.printable(letters + letters.toUpperCase()))
        .isEqualTo(letters + letters.toUpperCase());
  }

  @Test
  void decomposed_letters_are_composed() {
    assertThat(text.printable("Nguye\u0302\u0303n")).isEqualTo("Nguyễn");
  }

  @Test
  void a_sign_without_a_glyph_becomes_one_visible_square() {
    assertThat(text.printable("An \uD83D\uDE00 B")).isEqualTo("An □ B");
    assertThat(text.printable("\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67")).isEqualTo("□");
    assertThat(text.printable("中")).isEqualTo("□");
    assertThat(text.printable("\uD800x")).isEqualTo("□x");
  }

  @Test
  void marks_that_turn_the_reading_direction_become_visible() {
    assertThat(text.printable("An\u202EnA\u200F")).isEqualTo("An□nA□");
    assertThat(text.printable("\u05D0\u0639")).isEqualTo("□□");
  }

  @Test
  void a_loose_mark_cannot_join_what_stands_before_the_text() {
    assertThat(text.printable("\u0338A")).isEqualTo("□A");
  }

  @Test
  void heaps_of_marks_are_not_printed() {
    assertThat(text.printable("Z\u0301\u0302\u0303\u0304")).isEqualTo("□");
  }

  @Test
  void line_breaks_and_tabs_are_spaces_and_other_controls_are_visible() {
    assertThat(text.printable("a\r\nb\tc\u0007d\u00A0e")).isEqualTo("a b c□d e");
  }
}
