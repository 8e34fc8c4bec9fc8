package vn.ansinh.accounts;

import vn.ansinh.platform.PersonId;

/**
 * The owner has stopped using the account: from now on there is none. Told in the same transaction,
 * which holds the lock on the account's row.
 */
public record AccountClosed(PersonId person) {}
