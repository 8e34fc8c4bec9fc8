package vn.ansinh.accounts;

import java.time.Instant;

/** What came of taking one use out of a budget. */
public sealed interface Taking {

  /**
   * @param left uses left in this window
   */
  record Granted(int left) implements Taking {}

  /**
   * @param until when the window ends and uses are granted again
   */
  record Spent(Instant until) implements Taking {}
}
