package vn.ansinh.registration;

import vn.ansinh.platform.PersonId;

/** A declaration was made. */
public record DeclarationSubmitted(DeclarationId id, PersonId person, String officeCode) {}
