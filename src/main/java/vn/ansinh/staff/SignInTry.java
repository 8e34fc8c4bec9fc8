package vn.ansinh.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether a password or code may be looked at, decided and counted before it is. */
sealed interface SignInTry {

  /**
   * @param limits all that counted it
   * @param own the one of this user name from here
   * @param left tries that remain if this one is wrong
   * @param closedUntil when a further try is possible if this one is wrong and none is left
   */
  record Allowed(List<Limit> limits, Limit own, int left, Instant closedUntil)
      implements SignInTry {}

  record Closed(Instant until) implements SignInTry {}

  /** A limit with what it counts. */
  record Limit(byte[] key, int tries, Duration window) {}
}
