package vn.ansinh.accounts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.SearchText;

/**
 * NIST SP 800-63B-4 §3.1.1.2 as decided for accounts with a second factor for new devices: 8 to 128
 * code points after NFKC, nothing that is guessed first, nothing made of the person's own data, and
 * no rules of composition.
 */
@Component
class PasswordRules {

  static final int SHORTEST = 8;
  static final int LONGEST = 128;
  private static final int OWN_PART = 5;
  private static final Pattern SPACES = Pattern.compile(" ");
  private static final Pattern SHORT_ENDING = Pattern.compile("[0-9]{1,4}$");
  private static final Pattern REPEATED = Pattern.compile("(.{1,4}?)\\1+.{0,3}");

  private final Set<String> common = load();

  /**
   * @param own the person's own data as {@link OwnWords} gives them
   */
  Optional<Weakness> weakness(String password, Collection<String> own) {
    var text = Normalizer.normalize(password, Normalizer.Form.NFKC);
    var length = text.codePointCount(0, text.length());
    if (length < SHORTEST) {
      return Optional.of(Weakness.TOO_SHORT);
    }
    if (length > LONGEST) {
      return Optional.of(Weakness.TOO_LONG);
    }
    if (text.codePoints().anyMatch(PasswordRules::unusable)) {
      return Optional.of(Weakness.UNUSABLE_CHARACTERS);
    }
    var bare = bare(text);
    if (guessedFirst(text, bare)) {
      return Optional.of(Weakness.COMMON);
    }
    return madeOf(own, bare) ? Optional.of(Weakness.OWN_DATA) : Optional.empty();
  }

  /** Lower case letters and digits without diacritics, or the empty text for other scripts. */
  static String bare(String text) {
    return SPACES.matcher(SearchText.of(text)).replaceAll("");
  }

  private boolean guessedFirst(String text, String bare) {
    var signs = bare(unmasked(text));
    return isCommon(bare)
        || isCommon(signs)
        || REPEATED.matcher(text).matches()
        || isRun(bare.isEmpty() ? text : bare);
  }

  private boolean isCommon(String bare) {
    return common.contains(bare) || common.contains(SHORT_ENDING.matcher(bare).replaceFirst(""));
  }

  /** Letters written as signs and digits, such as {@code P@ssw0rd2026}; the ending stays. */
  private static String unmasked(String text) {
    var ending = text.length();
    while (ending > 0 && !Character.isLetter(text.charAt(ending - 1))) {
      ending--;
    }
    var masked = "@4310$5!7";
    var letters = "aaeiossit";
    var head =
        text.substring(0, ending)
            .toLowerCase(Locale.ROOT)
            .chars()
            .mapToObj(
                it ->
                    masked.indexOf(it) < 0
                        ? Character.toString(it)
                        : letters.substring(masked.indexOf(it), masked.indexOf(it) + 1))
            .collect(Collectors.joining());
    return head + text.substring(ending);
  }

  /** {@code 12345678}, {@code hgfedcba}: each character one step from the one before. */
  private static boolean isRun(String text) {
    if (text.length() < 3) {
      return false;
    }
    var step = text.charAt(1) - text.charAt(0);
    return Math.abs(step) == 1
        && java.util.stream.IntStream.range(1, text.length())
            .allMatch(i -> text.charAt(i) - text.charAt(i - 1) == step);
  }

  /** Whether fewer than five characters, or something guessed first, remain without them. */
  private boolean madeOf(Collection<String> own, String bare) {
    var rest = bare;
    for (var word : own.stream().sorted(Comparator.comparing(String::length).reversed()).toList()) {
      rest = rest.replace(word, " ");
    }
    var foreign = SPACES.matcher(rest).replaceAll("");
    return !foreign.equals(bare) && (foreign.length() < OWN_PART || isCommon(foreign));
  }

  private static boolean unusable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.LINE_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static Set<String> load() {
    try {
      return new ClassPathResource("accounts/common-passwords.txt")
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .filter(it -> !it.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
