package vn.ansinh.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactsOnPaperTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0352153000",
        "0352 153 000",
        "0352.153.000",
        "+84352153000",
        "84352153000",
        "+84 (0)352 153 000",
        "0084 352153000",
        "\u202A0352153000\u202C",
        "０３５２１５３０００"
      })
  void a_mobile_number_has_one_form(String typed) {
    assertThat(Phones.normalize(typed)).contains("+84352153000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "352153000",
        "035215300",
        "03521530000",
        "02838123456",
        "0312153000",
        "0512153000",
        "0752153000",
        "0802153000",
        "+85352153000",
        "0352x53000",
        "113",
        "++84352153000"
      })
  void other_numbers_are_no_mobile_numbers(String typed) {
    assertThat(Phones.normalize(typed)).isEmpty();
  }

  @Test
  void a_phone_is_shown_locally_or_masked() {
    assertThat(Phones.local("+84352153000")).isEqualTo("0352153000");
    assertThat(Phones.masked("+84352153000")).isEqualTo("0352 153 ***");
  }

  @Test
  void an_address_is_trimmed_and_lower_case() {
    assertThat(EmailAddresses.normalize(" Mau.Nguyen+bhxh@Example.VN "))
        .contains("mau.nguyen+bhxh@example.vn");
    assertThat(EmailAddresses.normalize("a@xn--vit-qma.example.vn")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mau",
        "@example.vn",
        "mau@",
        "mau@example",
        "mau@@example.vn",
        "mau@example..vn",
        ".mau@example.vn",
        "mau.@example.vn",
        "ma..u@example.vn",
        "mẫu@example.vn",
        "m u@example.vn",
        "mau@exam_ple.vn",
        "mau@-example.vn",
        "mau@[127.0.0.1]",
        "mau@127.0.0.1",
        "mau@example.vn,b@example.vn",
        "mau@example.vn\r\nBcc: b@example.vn",
        "\"m\"@example.vn"
      })
  void what_is_no_address_is_refused(String typed) {
    assertThat(EmailAddresses.normalize(typed)).isEmpty();
  }

  @Test
  void an_address_is_at_most_254_characters() {
    var domain = ("a".repeat(60) + ".").repeat(3) + "vn";
    assertThat(EmailAddresses.normalize("m".repeat(64) + "@" + domain)).isPresent();
    assertThat(EmailAddresses.normalize("m".repeat(65) + "@" + domain)).isEmpty();
    assertThat(EmailAddresses.normalize("m".repeat(64) + "@a." + domain)).isPresent();
    assertThat(EmailAddresses.normalize("m".repeat(64) + "@aaaaa." + domain)).isEmpty();
    assertThat(EmailAddresses.masked("mau@example.vn")).isEqualTo("m***@example.vn");
  }

  @Test
  void whatever_is_typed_reading_never_fails() {
    for (var typed : RandomText.samples(20_000)) {
      assertThatCode(() -> Phones.normalize(typed).map(Phones::masked)).doesNotThrowAnyException();
      assertThatCode(() -> EmailAddresses.normalize(typed).map(EmailAddresses::masked))
          .doesNotThrowAnyException();
    }
  }
}
