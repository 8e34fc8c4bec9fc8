package vn.ansinh.guardianship;

import java.time.Instant;
import java.util.UUID;
import vn.ansinh.platform.PersonId;

/**
 * A guardian whom a message about an application did not reach.
 *
 * @param channel {@code EMAIL} or {@code SMS}
 */
public record Unreached(
    UUID id,
    PersonId guardian,
    ApplicationId application,
    String officeCode,
    String channel,
    Instant reportedAt) {}
