package vn.ansinh.registration;

import vn.ansinh.platform.PersonId;

/** A rejected declaration was kept long enough: whoever holds personal data of it erases them. */
public record DeclarationErased(DeclarationId id, PersonId person) {}
