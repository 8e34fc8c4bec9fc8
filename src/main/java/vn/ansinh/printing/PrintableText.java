package vn.ansinh.printing;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Makes typed text printable with our fonts: NFC, one line, and a visible {@code □} for every sign
 * that has no glyph or would disturb the reading direction. A missing glyph would break PDF/A and
 * an invisible one would deceive the reader, so neither may pass.
 */
final class PrintableText {

  private static final String NOT_PRINTABLE = "□";
  private static final int MOST_MARKS = 2;

  private final IntPredicate hasGlyph;

  PrintableText(IntPredicate hasGlyph) {
    this.hasGlyph = hasGlyph;
  }

  String printable(String typed) {
    String text = Normalizer.normalize(typed, Normalizer.Form.NFC);
    StringBuilder out = new StringBuilder(text.length());
    BreakIterator signs = BreakIterator.getCharacterInstance(Locale.ROOT);
    signs.setText(text);
    int start = signs.first();
    for (int end = signs.next(); end != BreakIterator.DONE; start = end, end = signs.next()) {
      String sign = text.substring(start, end);
      out.append(isBlank(sign) ? " " : isPrintable(sign) ? sign : NOT_PRINTABLE);
    }
    return out.toString();
  }

  /** One letter, or a letter with the few marks that languages of Vietnam need (Ê Đê: ê̆, ơ̆). */
  private boolean isPrintable(String sign) {
    int base = sign.codePointAt(0);
    int[] marks = sign.codePoints().skip(1).toArray();
    if (marks.length > MOST_MARKS || isMark(base) || !canStand(base)) {
      return false;
    }
    for (int mark : marks) {
      if (!isMark(mark) || !hasGlyph.test(mark)) {
        return false;
      }
    }
    return true;
  }

  private boolean canStand(int codePoint) {
    byte direction = Character.getDirectionality(codePoint);
    return hasGlyph.test(codePoint)
        && !Character.isISOControl(codePoint)
        && Character.getType(codePoint) != Character.FORMAT
        && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT
        && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static boolean isBlank(String sign) {
    return sign.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  private static boolean isMark(int codePoint) {
    return Character.getType(codePoint) == Character.NON_SPACING_MARK;
  }
}
