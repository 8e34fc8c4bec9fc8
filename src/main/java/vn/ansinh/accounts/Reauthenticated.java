package vn.ansinh.accounts;

import java.time.Instant;
import java.util.function.Function;

/**
 * What came of asking for the own password before something of weight.
 *
 * @param <T> what the work gives
 */
public sealed interface Reauthenticated<T> {

  /** The same with something made of what the work gave, afterwards. */
  default <R> Reauthenticated<R> map(Function<? super T, R> made) {
    return switch (this) {
      case Done<T>(var result) -> new Done<>(made.apply(result));
      case Wrong<T>(var left) -> new Wrong<>(left);
      case TooMany<T>(var until) -> new TooMany<>(until);
      case Busy<T> _ -> new Busy<>();
    };
  }

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
