package vn.ansinh.accounts;

import java.util.UUID;

/**
 * Who types something of the person's own in the place of a code.
 *
 * @param entry what it lets in
 * @param guarded on a device the account does not know
 */
public record Entrant(UUID entry, boolean guarded) {}
