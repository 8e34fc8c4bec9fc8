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
  private static final Pattern DIGITS_OR_SYMBOLS = Pattern.compile("[\\p{N}\\p{S}&&[^\\u00B4`]]");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}&&[^\\t\\r\\n]]");
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
    boolean plain = Scan.all(typed, PersonNames::isPlain);
    if (!plain && DIGITS_OR_SYMBOLS.matcher(typed).find()) {
      return new Invalid(Problem.DIGITS_OR_SYMBOLS);
    }
    if (!plain && INVISIBLE.matcher(typed).find()) {
      return new Invalid(Problem.CONTROL_CHARACTERS);
    }
    var written = written(typed);
    if (written.isEmpty()) {
      return new Invalid(Problem.EMPTY);
    }
    if (written.codePointCount(0, written.length()) > LONGEST) {
      return new Invalid(Problem.TOO_LONG);
    }
    if (!plain && written.codePoints().anyMatch(it -> Character.isLetter(it) && !isLatin(it))) {
      return new Invalid(Problem.FOREIGN_LETTERS);
    }
    if (!isName(written)) {
      return new Invalid(Problem.DIGITS_OR_SYMBOLS);
    }
    if (written.indexOf(' ') < 0) {
      return new Invalid(Problem.NO_SPACES);
    }
    return Scan.all(written, it -> it < 128) ? new Doubtful(written) : new Valid(written);
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
    var bare = SearchText.of(name);
    return bare.indexOf('y') < 0 ? bare : OPEN_Y.matcher(bare).replaceAll("$1i");
  }

  /** Each word begins with a letter and goes on with letters, apostrophes and dots. */
  private static boolean isName(String written) {
    boolean wordBegins = true;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (isLatin(c)) {
        wordBegins = false;
      } else if (wordBegins || ".' -".indexOf(c) < 0) {
        return false;
      } else {
        wordBegins = c == ' ' || c == '-';
      }
    }
    return !wordBegins;
  }

  private static boolean isPlain(int c) {
    return c == ' ' || isLatin(c);
  }

  /** With every diacritic that is one character together with its letter. */
  private static boolean isLatin(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= 0x00C0 && c <= 0x024F && c != 0x00D7 && c != 0x00F7)
        || (c >= 0x1E00 && c <= 0x1EFF);
  }

  private static String written(String typed) {
    var spaced = SearchText.written(typed);
    if (Scan.all(spaced, PersonNames::isPlain)) {
      return spaced;
    }
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
