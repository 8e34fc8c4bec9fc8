package vn.ansinh.accounts;

import java.time.Instant;

/** What came of asking for another phone or e-mail address; never whether somebody has it. */
public sealed interface ChangingContact {

  /**
   * The password was right; a code to the new contact is on its way, or {@code sending} says why
   * not.
   */
  record Begun(Sending sending) implements ChangingContact {}

  /** It is the one the account has. */
  record Same() implements ChangingContact {}

  /** A child's account is reached by the guardian's contacts, which only the guardian changes. */
  record Lent() implements ChangingContact {}

  /** Another change waits to take effect; it has to be cancelled first. */
  record Waiting() implements ChangingContact {}

  /** This installation sends nothing by this channel. */
  record Unreachable() implements ChangingContact {}

  /**
   * The password was mistyped.
   *
   * @param triesLeft at least one
   */
  record Wrong(int triesLeft) implements ChangingContact {}

  /** Too many wrong passwords, or too many changes in a day. */
  record TooMany(Instant until) implements ChangingContact {}

  /** Too many people sign in at this moment; nothing was counted. */
  record Busy() implements ChangingContact {}
}
