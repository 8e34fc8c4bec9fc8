package vn.ansinh.registration;

import vn.ansinh.platform.PersonId;

/** The applicant took it back. Heard before the data are erased; afterwards they are gone. */
public record DeclarationWithdrawn(DeclarationId id, PersonId person, String officeCode) {}
