package vn.ansinh.registration;

import vn.ansinh.platform.PersonId;

/** An officer asked the applicant to come; the reasons are in its history. */
public record DeclarantAskedToCome(DeclarationId id, PersonId person) {}
