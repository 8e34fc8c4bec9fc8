package vn.ansinh.accounts;

import java.time.Instant;
import java.util.Optional;

/** A change of a contact that has not taken effect, for its owner to see. */
public sealed interface OpenChange {

  Contact wanted();

  /** The code sent to the new contact is awaited. */
  record AwaitsNew(Contact wanted, Optional<CodeState> code) implements OpenChange {}

  /**
   * The code sent to the old contact is awaited.
   *
   * @param old where the code went; empty when no contact of the account can be reached
   */
  record AwaitsOld(Contact wanted, Optional<Contact> old, Optional<CodeState> code)
      implements OpenChange {}

  /** Takes effect by itself. */
  record Braked(Contact wanted, Instant takesEffectAt) implements OpenChange {}
}
