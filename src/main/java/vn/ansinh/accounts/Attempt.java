package vn.ansinh.accounts;

import java.time.Instant;

/** Whether a password may be compared, decided and counted before it is. */
sealed interface Attempt {

  /**
   * @param left tries that remain if this one is wrong
   * @param lockedUntil when a further try is possible if this one is wrong and none is left
   */
  record Allowed(byte[] key, int left, Instant lockedUntil) implements Attempt {}

  record Refused(Instant until) implements Attempt {}
}
