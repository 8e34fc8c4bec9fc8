package vn.ansinh.notifications;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.Mode;
import vn.ansinh.platform.PublicAddress;

/** What must be set before anything real is sent; says everything that is missing in one line. */
final class Readiness {

  private Readiness() {}

  static void check(MailSettings mail, PublicAddress address, Mode mode) {
    var missing = new ArrayList<String>();
    require(missing, "ANSINH_MAIL_HOST", mail.host());
    require(missing, "ANSINH_MAIL_FROM", mail.from());
    refuse("e-mail", missing);
    if (mode.isDemo()) {
      return;
    }
    if (mail.by() == MailSettings.By.DEMO) {
      throw new IllegalStateException("ANSINH_MAIL_BY=demo is for demo mode only");
    }
    if (mail.security() == MailSettings.Security.NONE) {
      throw new IllegalStateException(
          "ANSINH_MAIL_SECURITY=NONE sends codes in the open: set STARTTLS or TLS");
    }
    if (!address.isSecure()) {
      throw new IllegalStateException(
          "ANSINH_PUBLIC_URL is missing or not https: links in messages would lead nowhere");
    }
  }

  static void check(SmsSettings sms) {
    if (sms.by() == SmsSettings.By.DEMO) {
      throw new IllegalStateException("ANSINH_SMS_BY=demo is for demo mode only");
    }
    var missing = new ArrayList<String>();
    require(missing, "ANSINH_SMS_HOST", sms.host());
    require(missing, "ANSINH_SMS_SYSTEM_ID", sms.systemId());
    require(missing, "ANSINH_SMS_SENDER", sms.sender());
    refuse("SMS (or declare ANSINH_SMS_BY=none)", missing);
  }

  private static void require(List<String> missing, String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      missing.add(name);
    }
  }

  private static void refuse(String what, List<String> missing) {
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "to send %s, set %s".formatted(what, String.join(", ", missing)));
    }
  }
}
