package vn.ansinh.identity;

/** What a typed number turned out to be. */
public sealed interface NumberCheck {

  /**
   * @param normalized without spaces, dots and hyphens, letters upper case
   */
  record Valid(String normalized) implements NumberCheck {}

  record Invalid(Problem problem) implements NumberCheck {}

  /** Why a number is refused; the page says how to put it right. */
  enum Problem {
    EMPTY,
    WRONG_LENGTH,
    WRONG_CHARACTERS
  }
}
