package vn.ansinh.registration;

import vn.ansinh.platform.PersonId;

/** An officer sent it back for correction; the reasons are in its history. */
public record DeclarationReturned(DeclarationId id, PersonId person) {}
