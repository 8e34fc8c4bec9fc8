package vn.ansinh.stopping;

import java.time.Instant;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.accounts.Sending;

/** What came of asking to stop. */
public sealed interface AskingToStop {

  /** A code to a registered contact is on its way, or {@code sending} says why not. */
  record Begun(Sending sending) implements AskingToStop {}

  /** Before today, or too far away. */
  record NotThatDay() implements AskingToStop {}

  /** Not offered any more. */
  record NotThatReason() implements AskingToStop {}

  /** The password was not right or too many were tried, or the account changed meanwhile. */
  record NotShown(Reauthenticated<?> why) implements AskingToStop {}

  /** A child's account is used through the guardian's contact, and ends with the guardianship. */
  record Lent() implements AskingToStop {}

  /** It is declared already. */
  record Waiting() implements AskingToStop {}

  /** This installation sends to none of the account's contacts. */
  record Unreachable() implements AskingToStop {}

  /** Asked too often; again from then on. */
  record TooMany(Instant until) implements AskingToStop {}

  /** The account was frozen or closed meanwhile. */
  record Gone() implements AskingToStop {}
}
