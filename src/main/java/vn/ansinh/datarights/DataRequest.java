package vn.ansinh.datarights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.PersonId;

/**
 * What somebody asks the office to do with their data.
 *
 * @param wish in the person's own words
 * @param dueOn the last day to answer: the second working day after it was sent (Decree
 *     356/2025/ND-CP)
 * @param endedAt answered or withdrawn; absent while it waits
 * @param answer what the office says; absent while it waits, and when it was withdrawn
 */
public record DataRequest(
    UUID id,
    PersonId person,
    RequestKind kind,
    String officeCode,
    String wish,
    RequestStatus status,
    Instant submittedAt,
    LocalDate dueOn,
    @Nullable Instant endedAt,
    @Nullable String answer) {

  @Override
  public String toString() {
    return "DataRequest[" + id + "]";
  }
}
