package vn.ansinh.registration;

import vn.ansinh.platform.PersonId;

/**
 * A declaration an officer approved for somebody.
 *
 * @param key under which its personal data lie: one of its own where it fitted nobody when it was
 *     sent
 */
public record Approved(DeclarationId id, PersonId key) {}
