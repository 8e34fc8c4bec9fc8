package vn.ansinh.staff;

import java.time.Instant;

/** What became of an officer's wish for another password. */
public sealed interface PasswordChange {

  /** All other sessions have ended. */
  record Changed() implements PasswordChange {}

  /**
   * The present password or the code was wrong.
   *
   * @param left tries before the next pause
   */
  record Wrong(int left) implements PasswordChange {}

  record Locked(Instant until) implements PasswordChange {}

  /** The code was right and has been used before. */
  record CodeUsed() implements PasswordChange {}

  record Weak(SignInStep.Weakness weakness) implements PasswordChange {}

  /** Nothing was looked at and nothing counted. */
  record Busy() implements PasswordChange {}
}
