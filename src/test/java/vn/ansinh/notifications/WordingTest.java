package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ansinh.accounts.Channel;

class WordingTest {

  static final String ADDRESS = "https://giaodich.baohiemxahoi.gov.vn";
  static final Object[] LONGEST_FACTS = {
    "Công Tằng Tôn Nữ Nguyễn Thị Hoàng Phương Thảo",
    "F01-XXXX-XXXX",
    ADDRESS + "/sign-in",
    "[07919] BHXH quận Bắc Từ Liêm, thành phố Hà Nội",
    "21/11/2026",
    "– Ảnh mờ\nChụp lại",
    "Địa chỉ: 1 Đường A"
  };
  static final Object[] LONGEST_PASSWORD = {"WWWWWWWWWWWW", "10:02 21/11/2026", ADDRESS};

  final Wording wording = new Wording();

  static Stream<Arguments> messages() {
    return Arrays.stream(MessageKind.values())
        .flatMap(
            it -> Stream.of(Arguments.of(it, Locale.of("vi")), Arguments.of(it, Locale.ENGLISH)));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void every_sms_fits_into_one_message_without_diacritics(MessageKind kind, Locale language) {
    var text = wording.write(kind, Channel.SMS, language, facts(kind)).text();

    assertThat(text).matches("[\\x20-\\x7e]+").doesNotContain("?", "{");
    assertThat(SmsText.length(text)).as(text).isLessThanOrEqualTo(SmsText.WHOLE);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void every_mail_has_a_title_a_greeting_and_nothing_left_to_fill_in(
      MessageKind kind, Locale language) {
    var mail = wording.write(kind, Channel.EMAIL, language, facts(kind));

    assertThat(mail.title()).isNotBlank().doesNotContain("{");
    assertThat(mail.text()).doesNotContain("{").doesNotContain("''");
  }

  @ParameterizedTest
  @MethodSource("messages")
  void every_kind_and_state_has_a_name(MessageKind kind, Locale language) {
    assertThat(wording.text("notices.kind." + kind.key(), language)).isNotBlank();
    for (var state : DeliveryState.values()) {
      for (var channel : Channel.values()) {
        var key = "notices.state.%s.%s".formatted(state.key(), OutboxMetrics.name(channel));
        assertThat(wording.text(key, language, "10:02")).contains("10:02");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void the_code_stands_in_the_title(MessageKind kind, Locale language) {
    if (kind == MessageKind.CODE) {
      assertThat(wording.write(kind, Channel.EMAIL, language, "482913").title()).contains("482913");
    }
  }

  private static Object[] facts(MessageKind kind) {
    return switch (kind) {
      case CODE -> new Object[] {"482913"};
      case FIRST_PASSWORD -> LONGEST_PASSWORD;
      case SIGNED_IN_ELSEWHERE ->
          new Object[] {
            "Samsung Internet, Android", "10:02 21/11/2026", ADDRESS + "/not-me/" + "W".repeat(22)
          };
      case PASSWORD_CHANGED, ACCOUNT_WILL_CLOSE, DATA_DOWNLOADED, DATA_REQUEST_SUBMITTED ->
          new Object[] {"10:02 21/11/2026", ADDRESS + "/not-me/" + "W".repeat(22)};
      case SIGN_IN_METHOD_CHANGED ->
          new Object[] {
            "Khóa truy cập có thể bị sao chép",
            "10:02 21/11/2026",
            ADDRESS + "/not-me/" + "W".repeat(22)
          };
      case IDENTITY_REFUSED ->
          new Object[] {
            "Đã từ chối một tài khoản định danh điện tử khác",
            "10:02 21/11/2026",
            ADDRESS + "/not-me/" + "W".repeat(22)
          };
      case CARER_BEGAN -> new Object[] {LONGEST_FACTS[0], ADDRESS + "/not-me/" + "W".repeat(22)};
      case CLOSING_CANCELLED -> new Object[] {ADDRESS, ADDRESS + "/not-me/" + "W".repeat(22)};
      case DATA_REQUEST_ANSWERED -> new Object[] {ADDRESS + "/home/data/requests"};
      case RECOVERY_CODES_FEW -> new Object[] {ADDRESS, "3"};
      case PASSWORD_AGED, ACCOUNT_CLOSED -> new Object[] {ADDRESS};
      case ADJUSTMENT_SUBMITTED,
          ADJUSTMENT_RETURNED,
          ADJUSTMENT_REJECTED,
          ADJUSTMENT_APPROVED,
          ADJUSTMENT_DONE,
          ADJUSTMENT_REOPENED,
          ADJUSTMENT_WITHDRAWN,
          ADJUSTMENT_LAPSED,
          ADJUSTMENT_ENDED ->
          new Object[] {
            "F01-XXXX-XXXX",
            "10:02 21/11/2026",
            ADDRESS + "/home/adjusting",
            "[07919] BHXH quận Bắc Từ Liêm, thành phố Hà Nội",
            "21/11/2026",
            "Ảnh mờ\nChụp lại"
          };
      case CONTACT_WILL_CHANGE, CONTACT_CHANGED ->
          new Object[] {
            "số điện thoại",
            "0352 153 ***",
            "10:02 21/11/2026",
            ADDRESS + "/not-me/" + "W".repeat(22)
          };
      default -> LONGEST_FACTS;
    };
  }
}
