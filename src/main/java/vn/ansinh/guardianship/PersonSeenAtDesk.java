package vn.ansinh.guardianship;

import vn.ansinh.platform.PersonId;
import vn.ansinh.staff.Officer;

/**
 * An officer looks at somebody of the register beside an application, whose number anybody may have
 * typed, an officer at home included. Told in the transaction of the look.
 */
public record PersonSeenAtDesk(PersonId person, ApplicationId purpose, Officer officer) {}
