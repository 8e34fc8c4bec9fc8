package vn.ansinh.notifications;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why an e-mail came back, in words for those who wait for it. Of the status codes of RFC 3463,
 * whose first number only says whether somebody goes on trying.
 */
enum BounceReason {
  NO_MAILBOX,
  DISABLED,
  FULL,
  TOO_LARGE,
  REFUSED,
  UNREACHABLE,
  OTHER;

  private static final String PREFIX = "BOUNCE_";

  /** The code kept with the message, such as {@code BOUNCE_5_1_1}. */
  static String problem(int first, int second, int third) {
    return PREFIX + first + "_" + second + "_" + third;
  }

  /** A report that contradicts itself when it also says that the message failed. */
  static boolean isSuccess(String problem) {
    return problem.startsWith(PREFIX + "2_");
  }

  static boolean isOne(@Nullable String problem) {
    return problem != null && problem.startsWith(PREFIX);
  }

  static BounceReason of(String problem) {
    return switch (problem.substring(PREFIX.length() + 2)) {
      case "1_7", "1_8" -> REFUSED;
      case "1_0", "1_1", "1_2", "1_3", "1_6", "1_10" -> NO_MAILBOX;
      case "2_1" -> DISABLED;
      case "2_2" -> FULL;
      case "2_3", "3_4" -> TOO_LARGE;
      case String it when it.startsWith("3_") || it.startsWith("4_") -> UNREACHABLE;
      case String it when it.startsWith("6_") || it.startsWith("7_") -> REFUSED;
      default -> OTHER;
    };
  }

  /** The name in message keys, such as {@code no-mailbox}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
