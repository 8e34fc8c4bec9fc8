package vn.ansinh.notifications;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.Mode;
import vn.ansinh.platform.PublicAddress;

/** What must be set before anything real is sent; says everything that is missing in one line. */
final class Readiness {

  /** Of RFC 5321 §4.5.3.1.1. */
  private static final int LOCAL_PART = 64;

  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9._+=-]{1,64}@[A-Za-z0-9.-]{1,190}");

  private Readiness() {}

  static void check(MailSettings mail, PublicAddress address, Mode mode) {
    refuse(problems(mail, address, mode));
  }

  static void check(SmsSettings sms) {
    refuse(problems(sms));
  }

  static void check(BounceSettings bounces, Mode mode) {
    refuse(problems(bounces, mode));
  }

  static List<String> problems(MailSettings mail, PublicAddress address, Mode mode) {
    var problems = new ArrayList<String>();
    var missing = new ArrayList<String>();
    require(missing, "ANSINH_MAIL_HOST", mail.host());
    require(missing, "ANSINH_MAIL_FROM", mail.from());
    tell(problems, "send e-mail", missing);
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
    tell(problems, "send SMS (or declare ANSINH_SMS_BY=none)", missing);
    return problems;
  }

  static List<String> problems(BounceSettings bounces, Mode mode) {
    var problems = new ArrayList<String>();
    if (!bounces.areRead()) {
      return problems;
    }
    var missing = new ArrayList<String>();
    require(missing, "ANSINH_BOUNCES_USERNAME", bounces.username());
    require(missing, "ANSINH_BOUNCES_ADDRESS", bounces.address());
    var file = bounces.passwordFile();
    require(missing, "ANSINH_BOUNCES_PASSWORD_FILE", file == null ? null : file.toString());
    tell(problems, "know of returned e-mail", missing);
    if (file != null && !Files.isReadable(file)) {
      problems.add("ANSINH_BOUNCES_PASSWORD_FILE names " + file + ", which cannot be read");
    }
    var address = bounces.address();
    if (address != null && !canCarryMark(address, bounces.separator())) {
      problems.add(
          "ANSINH_BOUNCES_ADDRESS is not an address with at most %d characters before the @"
              .formatted(LOCAL_PART - MailMarks.LENGTH - bounces.separator().length()));
    }
    if (!mode.isDemo() && bounces.security() == MailSettings.Security.NONE) {
      problems.add(
          "ANSINH_BOUNCES_SECURITY=NONE sends a password in the open: set TLS or STARTTLS");
    }
    return problems;
  }

  private static boolean canCarryMark(String address, String separator) {
    int at = address.lastIndexOf('@');
    int mark = separator.isEmpty() ? 0 : separator.length() + MailMarks.LENGTH;
    return at + mark <= LOCAL_PART && ADDRESS.matcher(address).matches();
  }

  private static void require(List<String> missing, String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      missing.add(name);
    }
  }

  private static void tell(List<String> problems, String what, List<String> missing) {
    if (!missing.isEmpty()) {
      problems.add("To %s, set %s".formatted(what, String.join(", ", missing)));
    }
  }

  private static void refuse(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new IllegalStateException(String.join(" | ", problems));
    }
  }
}
