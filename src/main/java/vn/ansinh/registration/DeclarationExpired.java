package vn.ansinh.registration;

import vn.ansinh.platform.PersonId;

/** The applicant's time ran out. Heard before the data are erased; afterwards they are gone. */
public record DeclarationExpired(DeclarationId id, PersonId person, String officeCode) {}
