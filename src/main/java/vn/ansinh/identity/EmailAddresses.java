package vn.ansinh.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** E-mail addresses as nearly everybody has them: plain letters, one at sign. Never throws. */
public final class EmailAddresses {

  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final Pattern LOCAL_PART =
      Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})");

  private EmailAddresses() {}

  /**
   * Trimmed and lower case; empty when it is no address. Quoted local parts, address literals and
   * letters with diacritics (nearly always a slip of the keyboard) are refused.
   */
  public static Optional<String> normalize(String typed) {
    if (typed.length() > LONGEST + 50) {
      return Optional.empty();
    }
    var address = Normalizer.normalize(typed, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    int at = address.indexOf('@');
    if (at < 1 || at > LONGEST_LOCAL_PART || address.length() > LONGEST) {
      return Optional.empty();
    }
    boolean wellFormed =
        LOCAL_PART.matcher(address.substring(0, at)).matches()
            && DOMAIN.matcher(address.substring(at + 1)).matches();
    return wellFormed ? Optional.of(address) : Optional.empty();
  }

  /** Enough to recognise one's own address: {@code m***@example.vn}. */
  public static String masked(String normalized) {
    return normalized.charAt(0) + "***" + normalized.substring(normalized.indexOf('@'));
  }
}
