package vn.ansinh.review;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.DeclarationStatus;
import vn.ansinh.registration.HandIn;

/**
 * One file of the queue.
 *
 * @param receiptDue by when the office acknowledges (decree 164/2025/NĐ-CP: two hours); absent once
 *     it is not the office's turn
 * @param actBy the applicant's last day; absent when it is not the applicant's turn
 * @param dueAt whichever of these comes next
 * @param assessment as of the last change of the declaration or the match
 * @param assignedTo who has it in hand
 */
public record QueueLine(
    DeclarationId id,
    String code,
    String fullName,
    String officeCode,
    DeclarationStatus status,
    HandIn handIn,
    Instant submittedAt,
    @Nullable Instant receiptDue,
    @Nullable LocalDate decisionDue,
    @Nullable LocalDate actBy,
    Instant dueAt,
    Assessment assessment,
    @Nullable OfficerId assignedTo) {}
