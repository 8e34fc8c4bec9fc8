package vn.ansinh.registration;

import org.jspecify.annotations.Nullable;

/**
 * One line of a queue.
 *
 * @param fullName absent once erased
 */
public record DeclarationSummary(
    DeclarationId id,
    DeclarationCode code,
    DeclarationStatus status,
    String officeCode,
    HandIn handIn,
    @Nullable String fullName,
    PromiseClock clock) {}
