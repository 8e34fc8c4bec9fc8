package vn.ansinh.accounts;

import java.time.Instant;

/** What came of asking for a code to be sent. */
public sealed interface Sending {

  /** On its way; a next one may be asked for from {@code resendFrom}. */
  record Sent(CodeId id, Instant resendFrom) implements Sending {}

  /** Asked for too early; codes sent before stay good. */
  record TooSoon(Instant resendFrom) implements Sending {}

  /** Too many codes to this address, from this network, or altogether. */
  record BudgetSpent(Instant retryFrom) implements Sending {}
}
