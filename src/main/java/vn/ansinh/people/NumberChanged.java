package vn.ansinh.people;

import vn.ansinh.platform.PersonId;

/**
 * The register knows somebody by another {@link Person#number} now. Told in the same transaction.
 */
public record NumberChanged(PersonId person) {}
