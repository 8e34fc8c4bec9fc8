package vn.ansinh.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.ansinh.identity.NameCheck.Doubtful;
import vn.ansinh.identity.NameCheck.Invalid;
import vn.ansinh.identity.NameCheck.Problem;
import vn.ansinh.identity.NameCheck.Valid;
import vn.ansinh.platform.SearchText;

/** Names of people: what may be one, and when two are the same. Never throws. */
public final class PersonNames {

  /** In characters (code points). */
  public static final int LONGEST = 100;

  private static final int LONGEST_TYPED = 1_000;
  private static final String LATIN =
      "A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F\\u1E00-\\u1EFF";
  private static final Pattern DIGITS_OR_SYMBOLS = Pattern.compile("[\\p{N}\\p{S}&&[^\\u00B4`]]");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}&&[^\\t\\r\\n]]");
  private static final Pattern FOREIGN = Pattern.compile("[\\p{L}&&[^" + LATIN + "\\u02BC]]");
  private static final Pattern NAME =
      Pattern.compile("[LATIN][LATIN.']*(?:[ -][LATIN][LATIN.']*)*".replace("LATIN", LATIN));
  private static final Pattern APOSTROPHES = Pattern.compile("[\\u2018\\u2019\\u02BC\\u00B4`]");
  private static final Pattern HYPHENS = Pattern.compile("[\\u2010-\\u2015]");
  private static final Pattern TONES = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");
  private static final Pattern SYLLABLE = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Pattern OPEN_Y =
      Pattern.compile("\\b(qu|[bcdđfghjklmnpqrstvwxz]+)y\\b", Pattern.UNICODE_CHARACTER_CLASS);

  /** How alike two names are. */
  public enum Likeness {
    SAME,
    SAME_WITHOUT_DIACRITICS,
    DIFFERENT
  }

  private PersonNames() {}

  /**
   * A name has two words or more of Latin letters with any diacritics; apostrophes, hyphens and
   * dots may stand inside ({@code H'Hen Niê}, {@code Lê-Minh}).
   */
  public static NameCheck check(String typed) {
    if (typed.length() > LONGEST_TYPED) {
      return new Invalid(Problem.TOO_LONG);
    }
    if (DIGITS_OR_SYMBOLS.matcher(typed).find()) {
      return new Invalid(Problem.DIGITS_OR_SYMBOLS);
    }
    if (INVISIBLE.matcher(typed).find()) {
      return new Invalid(Problem.CONTROL_CHARACTERS);
    }
    var written = written(typed);
    if (written.isEmpty()) {
      return new Invalid(Problem.EMPTY);
    }
    if (written.codePointCount(0, written.length()) > LONGEST) {
      return new Invalid(Problem.TOO_LONG);
    }
    if (FOREIGN.matcher(written).find()) {
      return new Invalid(Problem.FOREIGN_LETTERS);
    }
    if (!NAME.matcher(written).matches()) {
      return new Invalid(Problem.DIGITS_OR_SYMBOLS);
    }
    if (written.indexOf(' ') < 0) {
      return new Invalid(Problem.NO_SPACES);
    }
    return written.chars().anyMatch(it -> it > 127) ? new Valid(written) : new Doubtful(written);
  }

  /**
   * The same name, whatever the letter case and the spelling habit: {@code hoà} and {@code hòa},
   * {@code Lý} and {@code Lí} are the same, {@code Thuỳ} and {@code Thúy} are not.
   */
  public static boolean same(String a, String b) {
    return key(a).equals(key(b));
  }

  public static Likeness compare(String a, String b) {
    if (same(a, b)) {
      return Likeness.SAME;
    }
    return searchForm(a).equals(searchForm(b))
        ? Likeness.SAME_WITHOUT_DIACRITICS
        : Likeness.DIFFERENT;
  }

  /**
   * How registers store a name to find it again: no diacritics, lower case, {@code ly} as {@code
   * li}. Names that are {@link #same} have the same search form.
   */
  public static String searchForm(String name) {
    return OPEN_Y.matcher(SearchText.of(name)).replaceAll("$1i");
  }

  private static String written(String typed) {
    var spaced = SearchText.written(typed);
    return HYPHENS.matcher(APOSTROPHES.matcher(spaced).replaceAll("'")).replaceAll("-");
  }

  /** Takes each syllable's tone out of its vowels and puts it at the end; the rest stays. */
  private static String key(String name) {
    var lower = written(name).toLowerCase(Locale.ROOT);
    var apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
    return SYLLABLE.matcher(apart).replaceAll(match -> toneLast(match.group()));
  }

  private static String toneLast(String syllable) {
    var letters = TONES.matcher(syllable).replaceAll("");
    var tones = new StringBuilder();
    syllable.codePoints().filter(PersonNames::isTone).forEach(tones::appendCodePoint);
    return OPEN_Y.matcher(letters).replaceAll("$1i") + tones;
  }

  private static boolean isTone(int codePoint) {
    return TONES.matcher(Character.toString(codePoint)).matches();
  }
}
