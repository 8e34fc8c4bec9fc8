package vn.ansinh.accounts;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Digits as people type and paste them: with spaces, dashes, or in full width. */
final class TypedCode {

  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}.]+");

  private TypedCode() {}

  static String digits(String typed) {
    var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    return BETWEEN.matcher(plain).replaceAll("");
  }
}
