package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import vn.ansinh.platform.Mode;
import vn.ansinh.platform.PublicAddress;

class ReadinessTest {

  static final Mode PRODUCTION = new Mode(Mode.Kind.PRODUCTION);
  static final PublicAddress OUTSIDE = new PublicAddress("https://giaodich.example.vn/");

  @Test
  void production_without_a_mail_server_says_all_that_is_missing_at_once() {
    assertThatThrownBy(() -> Readiness.check(mail(Map.of()), OUTSIDE, PRODUCTION))
        .hasMessage("To send e-mail, set ANSINH_MAIL_HOST, ANSINH_MAIL_FROM");
  }

  @Test
  void production_sends_no_codes_in_the_open_and_none_to_the_demo() {
    assertThatThrownBy(
            () -> Readiness.check(complete(Map.of("security", "none")), OUTSIDE, PRODUCTION))
        .hasMessageContaining("ANSINH_MAIL_SECURITY");
    assertThatThrownBy(() -> Readiness.check(complete(Map.of("by", "demo")), OUTSIDE, PRODUCTION))
        .hasMessageContaining("ANSINH_MAIL_BY");
  }

  @Test
  void production_needs_an_address_for_its_links() {
    assertThatThrownBy(
            () ->
                Readiness.check(
                    complete(Map.of()), new PublicAddress("http://localhost:8080"), PRODUCTION))
        .hasMessageContaining("ANSINH_PUBLIC_URL");
    assertThatCode(() -> Readiness.check(complete(Map.of()), OUTSIDE, PRODUCTION))
        .doesNotThrowAnyException();
  }

  @Test
  void sms_is_set_up_or_declared_absent() {
    assertThatThrownBy(() -> Readiness.check(sms(Map.of("host", "smpp.example.vn"))))
        .hasMessage(
            "To send SMS (or declare ANSINH_SMS_BY=none), set ANSINH_SMS_SYSTEM_ID, ANSINH_SMS_SENDER");
    assertThatThrownBy(() -> Readiness.check(sms(Map.of("by", "demo"))))
        .hasMessageContaining("ANSINH_SMS_BY");
  }

  @Test
  void a_mailbox_for_returned_mail_is_set_up_whole_or_not_at_all(@TempDir Path files)
      throws Exception {
    var file = Files.writeString(files.resolve("password"), "x").toString();
    assertThat(Readiness.problems(bounces(Map.of()), PRODUCTION)).isEmpty();
    assertThat(Readiness.problems(bounces(Map.of("host", "imap.example.vn")), PRODUCTION))
        .containsExactly(
            "To know of returned e-mail, set ANSINH_BOUNCES_USERNAME, ANSINH_BOUNCES_ADDRESS,"
                + " ANSINH_BOUNCES_PASSWORD_FILE");
    var whole =
        Map.of(
            "host", "imap.example.vn",
            "username", "tra-lai",
            "address", "tra-lai@example.vn",
            "password-file", file);
    assertThat(Readiness.problems(bounces(whole), PRODUCTION)).isEmpty();
    assertThat(
            Readiness.problems(with(whole, "address", "a".repeat(23) + "@example.vn"), PRODUCTION))
        .singleElement()
        .asString()
        .contains("at most 22 characters");
    assertThat(Readiness.problems(with(whole, "address", "tra lai@example.vn"), PRODUCTION))
        .hasSize(1);
    assertThat(Readiness.problems(with(whole, "password-file", "/nowhere"), PRODUCTION))
        .containsExactly("ANSINH_BOUNCES_PASSWORD_FILE names /nowhere, which cannot be read");
    assertThat(Readiness.problems(with(whole, "security", "none"), PRODUCTION))
        .singleElement()
        .asString()
        .startsWith("ANSINH_BOUNCES_SECURITY");
  }

  private static BounceSettings with(Map<String, String> values, String name, String value) {
    var changed = new HashMap<>(values);
    changed.put(name, value);
    return bounces(changed);
  }

  private static BounceSettings bounces(Map<String, String> values) {
    return bound(values, BounceSettings.class);
  }

  @Test
  void settings_are_read_from_the_environment_under_the_names_we_tell() {
    var environment =
        new SystemEnvironmentPropertySource(
            "systemEnvironment",
            Map.of(
                "ANSINH_SMS_HOST", "smpp.example.vn",
                "ANSINH_SMS_SYSTEM_ID", "bhxh",
                "ANSINH_SMS_SENDER", "BHXH",
                "ANSINH_SMS_SENDER_TON", "3"));
    var sms =
        new Binder(ConfigurationPropertySources.from(environment))
            .bindOrCreate("ansinh.sms", SmsSettings.class);

    assertThatCode(() -> Readiness.check(sms)).doesNotThrowAnyException();
    assertThat(sms.senderTon()).isEqualTo(3);
  }

  private static MailSettings complete(Map<String, String> more) {
    var values = new HashMap<>(Map.of("host", "smtp.example.vn", "from", "a@example.vn"));
    values.putAll(more);
    return mail(values);
  }

  private static MailSettings mail(Map<String, String> values) {
    return bound(values, MailSettings.class);
  }

  private static SmsSettings sms(Map<String, String> values) {
    return bound(values, SmsSettings.class);
  }

  private static <T> T bound(Map<String, String> values, Class<T> type) {
    return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("", type);
  }
}
