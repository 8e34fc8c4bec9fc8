package vn.ansinh.accounts;

import vn.ansinh.platform.PersonId;

/**
 * The person is to be reminded that the password is old. Published in the transaction that notes
 * it.
 */
public record PasswordAged(PersonId person) {}
