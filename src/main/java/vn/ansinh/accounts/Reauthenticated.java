package vn.ansinh.accounts;

import java.time.Instant;

/**
 * What came of asking for the own password before something of weight.
 *
 * @param <T> what the work gives
 */
public sealed interface Reauthenticated<T> {

  /** The password was right and the work is done. */
  record Done<T>(T result) implements Reauthenticated<T> {}

  /**
   * @param triesLeft at least one
   */
  record Wrong<T>(int triesLeft) implements Reauthenticated<T> {}

  record TooMany<T>(Instant until) implements Reauthenticated<T> {}

  /** Too many people sign in at this moment, or the account changed meanwhile; nothing is done. */
  record Busy<T>() implements Reauthenticated<T> {}
}
