package vn.ansinh.console.admin;

import org.jspecify.annotations.Nullable;

/**
 * How the seals over the audit trail stand, in words.
 *
 * @param sealed whether there is a checkpoint yet
 * @param root the first digits, to compare by eye with a copy
 * @param waiting for how long the oldest entry waits; absent when none does
 * @param copyState which of the words about the copy
 * @param good whether an administrator may go on without a second look
 */
public record AuditPage(
    boolean sealed,
    long number,
    long entries,
    String sealedAt,
    String root,
    String keyId,
    @Nullable String waiting,
    String copyState,
    boolean protectedFromApplication,
    boolean problem,
    boolean good) {}
