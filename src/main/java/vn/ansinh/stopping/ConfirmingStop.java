package vn.ansinh.stopping;

import java.time.Instant;
import vn.ansinh.accounts.Redeeming;

/** What came of the code. */
public sealed interface ConfirmingStop {

  /** Declared; it can be taken back until then. */
  record Declared(Instant endsAt) implements ConfirmingStop {}

  record NotYet(Redeeming why) implements ConfirmingStop {}

  /** No code is awaited, or no more in this session. */
  record Gone() implements ConfirmingStop {}
}
