package vn.ansinh.registration;

import vn.ansinh.platform.PersonId;

/** A photo of a declaration was read: what it says can be compared with what is declared. */
public record DeclarationPhotosRead(DeclarationId id, PersonId person) {}
