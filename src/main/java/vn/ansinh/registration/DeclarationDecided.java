package vn.ansinh.registration;

import vn.ansinh.platform.PersonId;

/** An officer approved or rejected. */
public record DeclarationDecided(DeclarationId id, PersonId person, DeclarationStatus decision) {}
