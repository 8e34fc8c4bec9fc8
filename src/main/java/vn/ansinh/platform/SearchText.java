package vn.ansinh.platform;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Vietnamese text in the two forms the system keeps: as written (NFC, single spaces) and as
 * searched (lower case, no diacritics, so {@code hoà}, {@code hòa} and {@code hoa} meet). Written
 * without patterns, since imports call it for every name.
 */
public final class SearchText {

  private SearchText() {}

  /** NFC with runs of any white space collapsed to one space and none at the ends. */
  public static String written(String text) {
    var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    var written = new StringBuilder(composed.length());
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      if (isSpace(c)) {
        space(written);
      } else {
        written.append(c);
      }
    }
    return trimmed(written);
  }

  /** The search form: ASCII letters, digits and single spaces only. */
  public static String of(String text) {
    var lower = text.toLowerCase(Locale.ROOT).replace('đ', 'd');
    var apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
    var bare = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        bare.append(c);
      } else if (!isMark(apart, i)) {
        space(bare);
      }
    }
    return trimmed(bare);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || (c > 127 && Character.isSpaceChar(c));
  }

  private static boolean isMark(String text, int index) {
    char c = text.charAt(index);
    if (c < 128) {
      return false;
    }
    int type =
        Character.getType(
            Character.isLowSurrogate(c) && index > 0
                ? text.codePointAt(index - 1)
                : text.codePointAt(index));
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static void space(StringBuilder text) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
    }
  }

  private static String trimmed(StringBuilder text) {
    int end = text.length();
    return end > 0 && text.charAt(end - 1) == ' ' ? text.substring(0, end - 1) : text.toString();
  }
}
