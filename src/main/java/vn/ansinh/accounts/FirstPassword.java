package vn.ansinh.accounts;

import java.util.Locale;
import vn.ansinh.platform.Secrets;

/**
 * The password an account starts with: ten random characters (49 bits) out of those that nobody
 * mixes up on paper or in an SMS, written in two groups.
 */
final class FirstPassword {

  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int GROUP = 5;

  private FirstPassword() {}

  static String next() {
    return Secrets.random(ALPHABET, GROUP) + "-" + Secrets.random(ALPHABET, GROUP);
  }

  /** As hashed: without the dash, spaces or capitals a telephone's keyboard may add. */
  static String plain(String typed) {
    var lower = typed.toLowerCase(Locale.ROOT);
    return lower
        .chars()
        .filter(it -> ALPHABET.indexOf(it) >= 0)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
