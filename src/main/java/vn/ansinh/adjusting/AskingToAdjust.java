package vn.ansinh.adjusting;

import java.time.Instant;
import java.util.Map;
import vn.ansinh.accounts.Sending;

/** What came of asking for the code. */
public sealed interface AskingToAdjust {

  /** A code to a registered contact is on its way, or {@code sending} says why not. */
  record Begun(Sending sending) implements AskingToAdjust {}

  record NotThePassword(int triesLeft) implements AskingToAdjust {}

  /** Something is missing or wrong: field to what. */
  record Incomplete(Map<AdjustmentField, String> problems) implements AskingToAdjust {}

  /** This installation sends to none of the account's contacts. */
  record Unreachable() implements AskingToAdjust {}

  /** Asked or guessed too often; again from then on. */
  record TooMany(Instant until) implements AskingToAdjust {}

  /** Too many sign in at this moment, or the account changed; nothing has happened. */
  record Busy() implements AskingToAdjust {}

  /** There is nothing to be handed in any more. */
  record Gone() implements AskingToAdjust {}
}
