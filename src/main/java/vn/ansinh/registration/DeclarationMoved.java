package vn.ansinh.registration;

import vn.ansinh.platform.PersonId;

/** Another office has the file now. */
public record DeclarationMoved(
    DeclarationId id, PersonId person, String fromOffice, String toOffice) {}
