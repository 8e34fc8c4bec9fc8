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
    refuse(problems(mail, address, mode));
  }

  static void check(SmsSettings sms) {
    refuse(problems(sms));
  }

  static List<String> problems(MailSettings mail, PublicAddress address, Mode mode) {
    var problems = new ArrayList<String>();
    var missing = new ArrayList<String>();
    require(missing, "ANSINH_MAIL_HOST", mail.host());
    require(missing, "ANSINH_MAIL_FROM", mail.from());
    tell(problems, "e-mail", missing);
    if (mode.isDemo()) {
      return problems;
    }
    if (mail.by() == MailSettings.By.DEMO) {
      problems.add("ANSINH_MAIL_BY=demo is for demo mode only");
    }
    if (mail.security() == MailSettings.Security.NONE) {
      problems.add("ANSINH_MAIL_SECURITY=NONE sends codes in the open: set STARTTLS or TLS");
    }
    if (!address.isSecure()) {
      problems.add(
          "ANSINH_PUBLIC_URL is missing or not https: links in messages would lead nowhere");
    }
    return problems;
  }

  static List<String> problems(SmsSettings sms) {
    if (sms.by() == SmsSettings.By.DEMO) {
      return List.of("ANSINH_SMS_BY=demo is for demo mode only");
    }
    var problems = new ArrayList<String>();
    var missing = new ArrayList<String>();
    require(missing, "ANSINH_SMS_HOST", sms.host());
    require(missing, "ANSINH_SMS_SYSTEM_ID", sms.systemId());
    require(missing, "ANSINH_SMS_SENDER", sms.sender());
    tell(problems, "SMS (or declare ANSINH_SMS_BY=none)", missing);
    return problems;
  }

  private static void require(List<String> missing, String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      missing.add(name);
    }
  }

  private static void tell(List<String> problems, String what, List<String> missing) {
    if (!missing.isEmpty()) {
      problems.add("To send %s, set %s".formatted(what, String.join(", ", missing)));
    }
  }

  private static void refuse(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new IllegalStateException(String.join(" | ", problems));
    }
  }
}
