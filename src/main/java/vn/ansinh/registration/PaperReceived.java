package vn.ansinh.registration;

import vn.ansinh.platform.PersonId;

/** The signed papers, or the applicant, have come. */
public record PaperReceived(DeclarationId id, PersonId person, String officeCode) {}
