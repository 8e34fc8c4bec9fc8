package vn.ansinh.accounts;

import vn.ansinh.platform.PersonId;

/**
 * An account begins, perhaps in the place of one that was closed or lived on a guardian's contact;
 * nothing of that one belongs to it. Told in the same transaction.
 */
public record AccountOpened(PersonId person) {}
