package vn.ansinh.platform;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Vietnamese text in the two forms the system keeps: as written (NFC, single spaces) and as
 * searched (lower case, no diacritics, so {@code hoà}, {@code hòa} and {@code hoa} meet).
 */
public final class SearchText {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern UNSEARCHABLE = Pattern.compile("[^a-z0-9 ]+");

  private SearchText() {}

  /** NFC with runs of any white space collapsed to one space and none at the ends. */
  public static String written(String text) {
    return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip();
  }

  /** The search form: ASCII letters, digits and single spaces only. */
  public static String of(String text) {
    var lower = text.toLowerCase(Locale.ROOT).replace('đ', 'd');
    var bare = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    return SPACES.matcher(UNSEARCHABLE.matcher(bare).replaceAll(" ")).replaceAll(" ").strip();
  }
}
