package vn.ansinh.accounts;

import java.time.Instant;

/** What came of changing the own password. */
public sealed interface ChangingPassword {

  /** Changed; the session goes on under a new secret and every other one has ended. */
  record Changed(StartedSession session) implements ChangingPassword {}

  record Weak(Weakness why) implements ChangingPassword {}

  /**
   * The password in use was mistyped.
   *
   * @param triesLeft at least one
   */
  record Wrong(int triesLeft) implements ChangingPassword {}

  record TooMany(Instant until) implements ChangingPassword {}

  /** Too many people sign in at this moment; nothing was counted. */
  record Busy() implements ChangingPassword {}
}
