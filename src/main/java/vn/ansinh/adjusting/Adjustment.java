package vn.ansinh.adjusting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ansinh.files.FileId;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.DeclarationCode;

/**
 * A request to have changed what the register says, as it stands.
 *
 * @param version grows with every change
 * @param content absent once erased
 * @param pictures as the person has them now
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

  /** The pictures the office has to judge, as they were last submitted. */
  public EvidencePictures handedIn() {
    var handedIn = content == null ? null : content.handedIn();
    return handedIn == null ? pictures : handedIn;
  }

  /** Whether the office has that picture. */
  boolean isHandedIn(FileId picture) {
    return status == AdjustmentStatus.RETURNED && handedIn().all().contains(picture);
  }

  /** Those submitted and those that are to replace them. */
  Set<FileId> everyPicture() {
    var every = new HashSet<>(pictures.all());
    every.addAll(handedIn().all());
    return every;
  }

  public boolean is(AdjustmentStatus one) {
    return status == one;
  }

  @Override
  public String toString() {
    return "Adjustment[" + id + "]";
  }
}
