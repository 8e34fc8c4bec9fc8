package vn.ansinh.accounts;

import vn.ansinh.platform.PersonId;

/**
 * Somebody else may have used the account; its owner has frozen it. Told in the same transaction.
 */
public record AccountFrozen(PersonId person) {}
