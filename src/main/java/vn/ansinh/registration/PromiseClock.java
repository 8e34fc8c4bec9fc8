package vn.ansinh.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What was promised until when, to the applicant and by the applicant.
 *
 * @param submittedAt for the first time
 * @param declaredOn the legal day of the declaration, of its last correction if there was one
 * @param actBy the applicant's last day while it is the applicant's turn, else absent. Notice S2
 *     (rule R10) gives ten days from the declaration date to bring the papers. Where an officer
 *     asked the applicant to come or to correct, the ten days count from that day, so that a slow
 *     office never eats up the applicant's time; and while it is the office's turn nothing expires.
 * @param remindedAt when the applicant was reminded of the present {@code actBy}
 * @param paperReceivedAt when the office recorded the signed papers, or the applicant coming
 * @param receiptDue by when the office acknowledges: two hours after everything was there (decree
 *     164/2025/NĐ-CP)
 * @param decisionDue the promised day of decision, counted in working days from when everything was
 *     there
 */
public record PromiseClock(
    Instant submittedAt,
    LocalDate declaredOn,
    @Nullable LocalDate actBy,
    @Nullable Instant remindedAt,
    @Nullable Instant paperReceivedAt,
    @Nullable Instant receiptDue,
    @Nullable LocalDate decisionDue,
    @Nullable Instant decidedAt) {

  /** Days the applicant has left, today included as the last when 0; absent on others' turn. */
  public @Nullable Long daysLeft(LocalDate today) {
    return actBy == null ? null : ChronoUnit.DAYS.between(today, actBy);
  }
}
