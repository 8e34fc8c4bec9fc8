package vn.ansinh.imaging;

/** What came of looking for the machine lines of a card in a picture. */
public sealed interface LineSearch {

  /**
   * @param lines three of 30 characters, every check digit right; of unknown origin
   */
  record Read(String lines) implements LineSearch {}

  /** There are lines, but not all of them can be read for certain. */
  record Unreadable() implements LineSearch {}

  /** No such lines are seen. */
  record None() implements LineSearch {}

  /** Nothing on this machine reads print. */
  record Unable() implements LineSearch {}

  /** The process died over it or did not finish in time. */
  record Crashed() implements LineSearch {}
}
