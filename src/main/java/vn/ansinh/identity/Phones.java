package vn.ansinh.identity;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Vietnamese mobile numbers; a code or a password can reach no other. Never throws. */
public final class Phones {

  private static final int LONGEST_TYPED = 40;
  private static final Pattern SEPARATORS =
      Pattern.compile("[\\s\\p{Z}.()\\-\\u2010-\\u2015\\u202A-\\u202E\\u200E\\u200F]+");
  private static final Pattern MOBILE =
      Pattern.compile("(?:\\+?84|0084)?0?((?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-9])[0-9]{7})");

  private Phones() {}

  /**
   * {@code 0352 153 000}, {@code +84 352153000}, {@code 84352153000} become {@code +84352153000};
   * empty for landlines, short numbers and anything else. Direction marks that address books copy
   * along are ignored.
   */
  public static Optional<String> normalize(String typed) {
    if (typed.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    var number = SEPARATORS.matcher(plain).replaceAll("");
    var mobile = MOBILE.matcher(number);
    return mobile.matches() && !number.equals(mobile.group(1))
        ? Optional.of("+84" + mobile.group(1))
        : Optional.empty();
  }

  /** As people write it at home: {@code 0352153000}. */
  public static String local(String normalized) {
    return "0" + normalized.substring(3);
  }

  /** Enough to recognise one's own number: {@code 0352 153 ***}. */
  public static String masked(String normalized) {
    var local = local(normalized);
    return local.substring(0, 4) + " " + local.substring(4, 7) + " ***";
  }
}
