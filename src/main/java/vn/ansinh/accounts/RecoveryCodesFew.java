package vn.ansinh.accounts;

import vn.ansinh.platform.PersonId;

/**
 * A recovery code was used up and few are left. Published in the transaction that uses it.
 *
 * @param left may be none
 */
public record RecoveryCodesFew(PersonId person, int left) {}
