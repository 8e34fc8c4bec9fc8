package vn.ansinh.console.file;

/**
 * One fact as declared, as registered and as the paper's own number tells it.
 *
 * @param verdict of declared against registered: {@code SAME}, {@code ALIKE}, {@code DIFFERENT},
 *     {@code ONE_SIDED} or {@code UNMATCHED}
 * @param paperDiffers the paper's number contradicts what was declared
 * @param identifies tells who somebody is; contacts and addresses change
 */
public record CompareRow(
    String label,
    String declared,
    String registered,
    String verdict,
    String paper,
    boolean paperDiffers,
    boolean identifies) {

  /** What is the same to the letter need not be read twice. */
  public boolean repeats() {
    return verdict.equals("SAME") && declared.equals(registered);
  }

  public String tone() {
    return switch (verdict) {
      case "SAME" -> "good";
      case "ALIKE" -> "warn";
      case "DIFFERENT" -> identifies ? "bad" : "note";
      default -> "";
    };
  }

  public String icon() {
    return switch (verdict) {
      case "SAME" -> "✓";
      case "ALIKE" -> "≈";
      case "DIFFERENT" -> "≠";
      default -> "";
    };
  }
}
