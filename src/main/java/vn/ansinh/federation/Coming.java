package vn.ansinh.federation;

import java.time.Instant;
import vn.ansinh.accounts.StartedSession;

/** What came of coming back from a provider. */
public sealed interface Coming {

  record SignedIn(StartedSession session) implements Coming {}

  /**
   * The account's first sign-in by this provider, and here the account does not know the device or
   * is signed in elsewhere: as after a password, a code is needed; then the link is made.
   *
   * @param entry as {@link vn.ansinh.accounts.SigningIn.NeedsCode} has it
   * @param elsewhere whether another device is signed in now
   */
  record NeedsCode(String entry, boolean elsewhere) implements Coming {
    @Override
    public String toString() {
      return "NeedsCode[elsewhere=" + elsewhere + "]";
    }
  }

  /**
   * Linked before, but another device is signed in: going on signs it out.
   *
   * @param entry for {@link IdentitySignIn#arrive}
   */
  record MustConfirm(String entry) implements Coming {
    @Override
    public String toString() {
      return "MustConfirm";
    }
  }

  /**
   * Forgotten password: who is linked may set a new one now.
   *
   * @param ticket for {@link vn.ansinh.accounts.SignIn#setFirstPassword}
   */
  record MaySetPassword(String ticket) implements Coming {
    @Override
    public String toString() {
      return "MaySetPassword";
    }
  }

  /** Forgotten password: what the provider proved is linked to no account that could be opened. */
  record NotLinked() implements Coming {}

  /** The person did not go through with it at the provider. */
  record Cancelled() implements Coming {}

  /** Too late, brought twice, or by another browser than the one that left. */
  record Over() implements Coming {}

  /** What the provider sent does not hold. */
  record Refused() implements Coming {}

  record LevelTooLow(int level, int required) implements Coming {}

  /** Nobody in the register with all three facts, no account of theirs, or another one's link. */
  record NotMatched() implements Coming {}

  /** The owner has frozen the account: only a new password opens it. */
  record Frozen() implements Coming {}

  /** The owner has declared to use the account no longer. */
  record Stopped() implements Coming {}

  record TooMany(Instant until) implements Coming {}

  /** The provider does not answer; every other way to sign in works. */
  record Unavailable() implements Coming {}
}
