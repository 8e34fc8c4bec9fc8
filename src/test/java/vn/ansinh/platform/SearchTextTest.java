package vn.ansinh.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

  @ParameterizedTest
  @CsvSource({
    "'  Phường   Hoà  Bình ', phuong hoa binh",
    "Hòa Bình, hoa binh",
    "'Đắk Lắk, M''Đrắk', dak lak m drak",
    "TP.HCM (Q.7), tp hcm q 7",
    "名Ж😀, ''",
    "a😀b, a b",
    "'', ''"
  })
  void the_search_form_has_letters_digits_and_single_spaces(String text, String searched) {
    assertThat(SearchText.of(text)).isEqualTo(searched);
  }

  @Test
  void marks_outside_the_basic_plane_vanish_like_others() {
    assertThat(SearchText.of("a\uD834\uDD65b")).isEqualTo("ab");
    assertThat(SearchText.of("a\uD834")).isEqualTo("a");
  }

  @Test
  void the_written_form_is_composed_with_single_spaces() {
    assertThat(SearchText.written("\u00A0 Ho\u0300a\t\r\n\u2003Bi\u0300nh\u3000"))
        .isEqualTo("Hòa Bình");
    assertThat(SearchText.written("a\u0000\u200Bb")).isEqualTo("a\u0000\u200Bb");
    assertThat(SearchText.written(" \n ")).isEmpty();
  }
}
