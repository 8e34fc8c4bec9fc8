package vn.ansinh.accounts;

import java.time.Instant;

/** Whether one more password may be compared for an account, decided and counted before it is. */
sealed interface Guess {

  /**
   * @param last whether none is allowed after this one, if it is wrong
   */
  record Allowed(byte[] key, boolean last) implements Guess {}

  record Refused(Instant until) implements Guess {}

  /** A hundred wrong ones in a row: only a known device, or a new first password, opens again. */
  record Closed() implements Guess {}
}
