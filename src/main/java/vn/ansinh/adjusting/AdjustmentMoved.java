package vn.ansinh.adjusting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.PersonId;

/**
 * A request came to another state. Told in the same transaction.
 *
 * @param answer what the officer wrote; empty where nothing
 * @param decisionDue the promised day, absent unless it was submitted
 */
public record AdjustmentMoved(
    UUID id,
    PersonId person,
    AdjustmentStatus status,
    Instant at,
    String code,
    String officeCode,
    @Nullable LocalDate decisionDue,
    LocalDate effectiveOn,
    String answer) {

  @Override
  public String toString() {
    return "AdjustmentMoved[" + id + ", " + status + "]";
  }
}
