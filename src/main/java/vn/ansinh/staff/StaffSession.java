package vn.ansinh.staff;

import java.time.Instant;
import java.util.UUID;

/**
 * A session that is alive.
 *
 * @param browser browser and system in words
 * @param present the one that asks
 */
public record StaffSession(
    UUID id, String browser, Instant startedAt, Instant lastSeenAt, boolean present) {}
