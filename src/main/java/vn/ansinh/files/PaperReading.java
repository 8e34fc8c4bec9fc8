package vn.ansinh.files;

import org.jspecify.annotations.Nullable;

/**
 * What a photo of a paper says by itself. Of unknown origin and worth as much as if typed: the
 * photo shows what its sender wants it to show.
 *
 * @param code what its QR code says, word for word
 * @param lines the three machine lines, every check digit right
 * @param outcome what came of looking for machine lines
 */
public record PaperReading(@Nullable String code, @Nullable String lines, Outcome outcome) {

  /** What came of looking for machine lines. */
  public enum Outcome {
    READ,
    /** There are some, but not all of them can be read for certain: another photo may help. */
    UNREADABLE,
    NONE,
    /** Nothing on this machine reads print. */
    UNABLE
  }

  boolean saysSomething() {
    return code != null || lines != null;
  }
}
