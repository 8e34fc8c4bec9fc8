package vn.ansinh.adjusting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.DeclarationCode;

/**
 * A request to have changed what the register says, as it stands.
 *
 * @param version grows with every change
 * @param content absent once erased
 * @param session in which the password was shown, while the code is awaited
 * @param code absent until it is submitted, as the days and the office
 * @param effectiveOn the day in Vietnam from which the register is to say it
 * @param submittedAt for the first time
 * @param receiptDue by when somebody of the office takes it up; absent once somebody has
 * @param decisionDue the promised day of decision
 * @param takenBy id of the officer who has it
 * @param answer what the officer wrote with the newest decision against it
 * @param conflict why it came back to the office after it was approved
 */
public record Adjustment(
    PersonId person,
    UUID id,
    AdjustmentStatus status,
    int version,
    @Nullable AdjustmentContent content,
    EvidencePictures pictures,
    @Nullable UUID session,
    @Nullable Instant codeUntil,
    @Nullable DeclarationCode code,
    @Nullable LocalDate declaredOn,
    @Nullable LocalDate effectiveOn,
    @Nullable String officeCode,
    @Nullable Instant submittedAt,
    @Nullable Instant receiptDue,
    @Nullable LocalDate decisionDue,
    @Nullable UUID takenBy,
    @Nullable Instant decidedAt,
    @Nullable String answer,
    @Nullable Conflict conflict) {

  /** What was typed; absent once erased. */
  public @Nullable AdjustmentForm form() {
    return content == null ? null : content.form();
  }

  /** What the form says; absent until it is submitted and once erased. */
  public @Nullable Declared declared() {
    return content == null ? null : content.declared();
  }

  public boolean is(AdjustmentStatus one) {
    return status == one;
  }

  @Override
  public String toString() {
    return "Adjustment[" + id + "]";
  }
}
