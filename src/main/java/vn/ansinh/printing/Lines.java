package vn.ansinh.printing;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Breaks lines at spaces only, so that "tổ chức/cá nhân" does not put its stroke on a new line. */
final class Lines implements FSTextBreaker {

  private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
  private String text = "";

  @Override
  public void setText(String newText) {
    text = newText;
    breaks.setText(newText);
  }

  @Override
  public int next() {
    int at = breaks.next();
    while (at != BreakIterator.DONE
        && at < text.length()
        && !Character.isWhitespace(text.charAt(at - 1))) {
      at = breaks.next();
    }
    return at;
  }
}
