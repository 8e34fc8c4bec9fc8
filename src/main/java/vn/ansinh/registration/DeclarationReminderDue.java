package vn.ansinh.registration;

import vn.ansinh.platform.PersonId;

/** Three days are left of the applicant's ten. */
public record DeclarationReminderDue(DeclarationId id, PersonId person) {}
