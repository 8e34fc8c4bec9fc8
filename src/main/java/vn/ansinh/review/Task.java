package vn.ansinh.review;

import java.time.Instant;
import java.util.UUID;
import vn.ansinh.registration.DeclarationId;

/**
 * A message that could not be delivered: somebody has to reach the person another way.
 *
 * @param channel {@code EMAIL} or {@code SMS}
 */
public record Task(
    UUID id, DeclarationId declaration, String officeCode, String channel, Instant reportedAt) {}
