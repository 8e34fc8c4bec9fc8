package vn.ansinh.accounts;

import vn.ansinh.platform.PersonId;

/**
 * Somebody confirmed the phone that this person had only named. Published in the transaction of the
 * claim.
 */
public record PhoneDisplaced(PersonId loser, String phone) {}
