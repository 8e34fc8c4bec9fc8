package vn.ansinh.accounts;

import java.time.Instant;
import java.util.UUID;

/**
 * A device on which a person has signed in and shown a code.
 *
 * @param id what a page calls it by; opens nothing
 * @param name browser and system in words; empty where it was remembered before names were
 * @param signedIn whether the live session is on it
 * @param here whether it is the one that asks
 */
public record KnownDevice(
    UUID id,
    String name,
    Instant firstUsedAt,
    Instant lastUsedAt,
    boolean signedIn,
    boolean here) {}
