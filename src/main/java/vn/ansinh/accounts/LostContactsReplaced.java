package vn.ansinh.accounts;

import vn.ansinh.platform.PersonId;

/**
 * Whoever had lost every contact has shown a paper at the office and has the account back. Told in
 * the same transaction, which holds the lock on the account's row.
 */
public record LostContactsReplaced(PersonId person) {}
