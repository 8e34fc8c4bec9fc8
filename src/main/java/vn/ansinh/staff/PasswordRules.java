package vn.ansinh.staff;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.platform.SearchText;
import vn.ansinh.staff.SignInStep.Weakness;

/**
 * Length and what is easily guessed; no rules on kinds of characters (NIST SP 800-63B-4 3.1.1.2).
 * Common means: without digits and marks nothing is left, or a word everybody uses.
 */
final class PasswordRules {

  static final int SHORTEST = 12;
  static final int LONGEST = 128;

  private static final Set<String> COMMON =
      Set.of(
          "",
          "a",
          "abc",
          "abcd",
          "abcdef",
          "admin",
          "administrator",
          "ansinh",
          "anhyeuem",
          "baohiem",
          "baohiemxahoi",
          "bhxh",
          "bhyt",
          "canbo",
          "changeme",
          "congty",
          "dragon",
          "emyeuanh",
          "hanoi",
          "iloveyou",
          "letmein",
          "master",
          "matkhau",
          "matkhaumoi",
          "monkey",
          "p",
          "pass",
          "passw",
          "password",
          "passwordpassword",
          "qwe",
          "qwerty",
          "qwertyuiop",
          "saigon",
          "secret",
          "test",
          "vietnam",
          "vssid",
          "welcome",
          "xinchao",
          "zxcvbnm");

  private PasswordRules() {}

  static Optional<Weakness> weaknessOf(String typed, Officer officer) {
    var password = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    var length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of(Weakness.TOO_SHORT);
    }
    if (length > LONGEST) {
      return Optional.of(Weakness.TOO_LONG);
    }
    if (isCommon(password)) {
      return Optional.of(Weakness.COMMON);
    }
    return isOwn(password, officer) ? Optional.of(Weakness.OWN_NAME) : Optional.empty();
  }

  private static boolean isCommon(String password) {
    var letters = SearchText.of(password).replaceAll("[^a-z]", "");
    return password.codePoints().distinct().count() < 5 || COMMON.contains(letters);
  }

  private static boolean isOwn(String password, Officer officer) {
    var searched = SearchText.of(password).replace(" ", "");
    return password.toLowerCase(Locale.ROOT).contains(officer.userName())
        || searched.contains(SearchText.of(officer.fullName()).replace(" ", ""));
  }
}
