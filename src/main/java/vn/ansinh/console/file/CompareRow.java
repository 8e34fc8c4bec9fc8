package vn.ansinh.console.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fact as declared, and what each source says of it.
 *
 * @param aside said below what is declared
 * @param doubt why what is declared cannot go with the paper's own number
 * @param cells one for each source there is, in the order of the columns
 * @param identifies tells who somebody is; contacts and addresses change
 */
public record CompareRow(
    String label,
    String declared,
    String aside,
    @Nullable String doubt,
    List<Cell> cells,
    boolean identifies) {

  /**
   * @param text empty when the source does not say it
   * @param verdict {@code SAME}, {@code ALIKE}, {@code DIFFERENT}, {@code ONE_SIDED} or {@code
   *     UNMATCHED}
   * @param repeats what is the same to the letter need not be read twice
   * @param tone empty when nothing is to be said of it
   */
  public record Cell(
      String source, String text, String verdict, boolean repeats, String tone, String icon) {

    static Cell of(
        String source, String text, String verdict, String declared, boolean identifies) {
      return new Cell(
          source,
          text,
          verdict,
          verdict.equals("SAME") && declared.equals(text),
          switch (verdict) {
            case "SAME" -> "good";
            case "ALIKE" -> "warn";
            case "DIFFERENT" -> identifies ? "bad" : "note";
            default -> "";
          },
          switch (verdict) {
            case "SAME" -> "✓";
            case "ALIKE" -> "≈";
            case "DIFFERENT" -> "≠";
            default -> "";
          });
    }
  }

  /** Must not be broken over two lines. */
  public static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(it -> it >= '0' && it <= '9' || it == '/');
  }

  /** Of its worst cell. */
  public String tone() {
    if (has("bad")) {
      return "bad";
    }
    return has("warn") || doubt != null ? "warn" : "";
  }

  private boolean has(String tone) {
    return cells.stream().anyMatch(it -> it.tone().equals(tone));
  }
}
