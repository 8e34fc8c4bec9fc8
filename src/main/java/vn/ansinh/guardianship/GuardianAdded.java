package vn.ansinh.guardianship;

import vn.ansinh.platform.PersonId;

/**
 * A child has one more guardian, since this transaction; those there were are to be told.
 *
 * @param guardian the new one
 */
public record GuardianAdded(LinkId id, PersonId child, PersonId guardian) {}
