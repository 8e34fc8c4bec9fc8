package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SmsTextTest {

  @Test
  void diacritics_fall_and_nothing_else_does() {
    assertThat(SmsText.plain("Đường Nguyễn Đình Chiểu, ấp Hoà Bình – “số 5”"))
        .isEqualTo("Duong Nguyen Dinh Chieu, ap Hoa Binh - \"so 5\"");
  }

  @Test
  void whatever_is_written_can_be_sent() {
    var random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      var text =
          random
              .ints(random.nextInt(400), 1, 0x2fff)
              .filter(it -> !Character.isSurrogate((char) it))
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .append("😀\u202e")
              .toString();
      var plain = SmsText.plain(text);
      var octets = SmsText.parts(plain).stream().mapToInt(it -> it.length).sum();
      assertThat(octets).isEqualTo(SmsText.length(plain));
    }
  }

  @Test
  void the_alphabet_is_the_one_of_the_standard() {
    assertThat(SmsText.parts("@$_ Az{€}").getFirst())
        .containsExactly(0x00, 0x02, 0x11, 0x20, 0x41, 0x7a, 0x1b, 0x28, 0x1b, 0x65, 0x1b, 0x29);
  }

  @Test
  void what_the_alphabet_lacks_is_refused_rather_than_garbled() {
    assertThatThrownBy(() -> SmsText.parts("ế")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void up_to_160_characters_are_one_message_and_more_are_parts_of_153() {
    assertThat(SmsText.parts("a".repeat(160))).hasSize(1);
    assertThat(SmsText.parts("a".repeat(161))).extracting(it -> it.length).containsExactly(153, 8);
    assertThat(SmsText.parts("€".repeat(81)))
        .as("a character of two octets is not torn apart")
        .extracting(it -> it.length)
        .containsExactly(152, 10);
  }
}
