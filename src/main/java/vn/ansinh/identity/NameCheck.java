package vn.ansinh.identity;

/** What a typed name turned out to be. */
public sealed interface NameCheck {

  /**
   * @param written NFC, single spaces, plain apostrophes and hyphens; letter case as typed
   */
  record Valid(String written) implements NameCheck {}

  /**
   * Accepted, but without a single Vietnamese diacritic: right for foreigners and for some names,
   * often a forgotten keyboard setting. Ask once more.
   */
  record Doubtful(String written) implements NameCheck {}

  record Invalid(Problem problem) implements NameCheck {}

  /** Why a name is refused; the page says how to put it right. */
  enum Problem {
    EMPTY,
    /** One word only, such as {@code NGUYENVANA}. */
    NO_SPACES,
    DIGITS_OR_SYMBOLS,
    /** Letters of another script, also those that look like Latin ones. */
    FOREIGN_LETTERS,
    /** More than 100 characters. */
    TOO_LONG,
    /** Invisible characters: controls, direction marks, joiners. */
    CONTROL_CHARACTERS
  }
}
