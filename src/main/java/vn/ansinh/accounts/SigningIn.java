package vn.ansinh.accounts;

import java.time.Instant;

/** What came of a user name and a password. */
public sealed interface SigningIn {

  record SignedIn(StartedSession session) implements SigningIn {}

  /**
   * Right, but the device is not known or another one is signed in: a code has to be typed as well.
   *
   * @param entry to be shown with the code
   * @param elsewhere whether another device is signed in now
   */
  record NeedsCode(String entry, boolean elsewhere) implements SigningIn {
    @Override
    public String toString() {
      return "NeedsCode[elsewhere=" + elsewhere + "]";
    }
  }

  /** Right, but its owner has frozen the account: only a new password opens it. */
  record Frozen() implements SigningIn {}

  /** Right, but its owner has stopped using the account: one has to register again. */
  record Stopped() implements SigningIn {}

  /**
   * The first password was right; it serves only to set an own one.
   *
   * @param ticket to be shown with the new password, within 15 minutes
   */
  record MustSetPassword(String ticket) implements SigningIn {}

  /** The first password was right, but its 72 hours are over: the office sends a new one. */
  record FirstPasswordOver() implements SigningIn {}

  /**
   * No such user, or another password.
   *
   * @param triesLeft at least one
   */
  record Wrong(int triesLeft) implements SigningIn {}

  /** No more tries with this user name from here until then. */
  record TooMany(Instant until) implements SigningIn {}

  /**
   * A hundred wrong passwords in a row from devices the account does not know: a known device or a
   * new first password opens it again. Also said of names nobody has.
   */
  record Closed() implements SigningIn {}

  /** Too many people sign in at this moment; nothing was counted. */
  record Busy() implements SigningIn {}
}
