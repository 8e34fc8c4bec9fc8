package vn.ansinh.adjusting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.PersonId;

/**
 * Something happened to a request that was handed in. Told in the same transaction.
 *
 * @param answer what the officer wrote; empty where nothing
 * @param decisionDue the promised day, absent unless it is with the office
 */
public record AdjustmentMoved(
    UUID id,
    PersonId person,
    AdjustmentStep step,
    Instant at,
    String code,
    String officeCode,
    @Nullable LocalDate decisionDue,
    LocalDate effectiveOn,
    String answer) {

  @Override
  public String toString() {
    return "AdjustmentMoved[" + id + ", " + step + "]";
  }
}
