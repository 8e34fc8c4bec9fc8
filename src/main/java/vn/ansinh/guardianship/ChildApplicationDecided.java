package vn.ansinh.guardianship;

import vn.ansinh.platform.PersonId;

/** An officer has approved, returned or rejected an application. */
public record ChildApplicationDecided(
    ApplicationId id, PersonId guardian, ApplicationStatus decision) {}
