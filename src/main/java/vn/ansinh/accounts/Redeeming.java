package vn.ansinh.accounts;

/** What came of typing a code. */
public sealed interface Redeeming {

  /** Right, and used up by this. */
  record Accepted() implements Redeeming {}

  /**
   * @param triesLeft at least one
   */
  record Wrong(int triesLeft) implements Redeeming {}

  /** Its time is over: a new code helps. */
  record Expired() implements Redeeming {}

  /** All tries are used: a new code helps. */
  record Spent() implements Redeeming {}

  /** No code has been sent, or it was accepted before. */
  record None() implements Redeeming {}
}
