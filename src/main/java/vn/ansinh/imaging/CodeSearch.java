package vn.ansinh.imaging;

/** What came of looking for a QR code in a picture. */
public sealed interface CodeSearch {

  /** What the code says, word for word; of unknown origin. */
  record Found(String text) implements CodeSearch {}

  /** None that can be read, as far as was looked in the time there was. */
  record None() implements CodeSearch {}

  /** The pixels cannot be decoded. */
  record Broken() implements CodeSearch {}

  /** The process died over it or did not finish in time. */
  record Crashed() implements CodeSearch {}
}
