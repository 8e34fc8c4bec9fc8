package vn.ansinh.registration;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.ansinh.platform.Secrets;

/**
 * What people read, type and scan: {@code F01-7K3M-9QXD}, 40 random bits in letters and digits that
 * are not mistaken for one another.
 */
public record DeclarationCode(String value) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Pattern TYPED =
      Pattern.compile("(?:F[0O][1IL])?([0-9A-TV-Z]{8})", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_TYPED = 40;

  static DeclarationCode random() {
    return grouped(Secrets.random(ALPHABET, 8));
  }

  /** Forgives lower case, missing or other hyphens, and O, I and L typed for 0 and 1. */
  public static Optional<DeclarationCode> parse(String typed) {
    if (typed.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    var bare = typed.replaceAll("[\\s\\p{Z}\\p{Pd}.]+", "");
    var code = TYPED.matcher(bare);
    return code.matches() ? Optional.of(grouped(plain(code.group(1)))) : Optional.empty();
  }

  private static String plain(String typed) {
    return typed.toUpperCase(Locale.ROOT).replace('O', '0').replace('I', '1').replace('L', '1');
  }

  private static DeclarationCode grouped(String eight) {
    return new DeclarationCode("F01-" + eight.substring(0, 4) + "-" + eight.substring(4));
  }
}
