package vn.ansinh.console.file;

/**
 * One fact as declared, as registered and as the paper's own number tells it.
 *
 * @param verdict of declared against registered: {@code SAME}, {@code ALIKE}, {@code DIFFERENT},
 *     {@code ONE_SIDED} or {@code UNMATCHED}
 * @param paperDiffers the paper's number contradicts what was declared
 */
public record CompareRow(
    String label,
    String declared,
    String registered,
    String verdict,
    String paper,
    boolean paperDiffers) {

  public String tone() {
    return switch (verdict) {
      case "SAME" -> "good";
      case "ALIKE" -> "warn";
      case "DIFFERENT" -> "bad";
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
