package vn.ansinh.accounts;

import java.time.Instant;

/**
 * A device somebody is signed in on.
 *
 * @param name browser and system in words
 * @param lastSeenAt to the minute
 */
public record DeviceInUse(String name, Instant lastSeenAt) {}
