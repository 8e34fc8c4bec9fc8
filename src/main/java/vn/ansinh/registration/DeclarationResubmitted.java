package vn.ansinh.registration;

import vn.ansinh.platform.PersonId;

/** A returned declaration was corrected. */
public record DeclarationResubmitted(DeclarationId id, PersonId person, String officeCode) {}
