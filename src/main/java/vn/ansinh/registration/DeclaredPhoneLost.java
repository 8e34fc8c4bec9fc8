package vn.ansinh.registration;

import vn.ansinh.platform.PersonId;

/** Somebody else has confirmed the phone that this declaration only names. */
public record DeclaredPhoneLost(DeclarationId id, PersonId person) {}
