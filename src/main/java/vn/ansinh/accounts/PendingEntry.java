package vn.ansinh.accounts;

import java.util.UUID;
import vn.ansinh.platform.PersonId;

/**
 * Somebody who has shown the right password, or as much, and has to show a code as well.
 *
 * @param guarded the account does not know the device
 */
record PendingEntry(UUID id, PersonId person, boolean guarded) {}
