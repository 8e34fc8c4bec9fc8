package vn.ansinh.registration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ansinh.audit.Actor;

/**
 * One entry of a declaration's history.
 *
 * @param from absent for the first
 * @param reasons codes an officer gave
 * @param note what an officer wrote; absent if nothing, or once erased
 * @param changes what a correction changed; empty once erased
 */
public record DeclarationEvent(
    Instant at,
    Deed deed,
    @Nullable DeclarationStatus from,
    DeclarationStatus to,
    Actor by,
    List<String> reasons,
    @Nullable String note,
    Map<Field, Change> changes) {

  /** What was done. */
  public enum Deed {
    SUBMITTED,
    RESUBMITTED,
    PAPER_RECEIVED,
    REVIEW_STARTED,
    GIVEN_BACK,
    RETURNED,
    ASKED_TO_COME,
    APPROVED,
    REJECTED,
    MOVED,
    REMINDED,
    WITHDRAWN,
    EXPIRED,
    ERASED
  }

  /** Of a picture both are empty: it was taken anew. */
  public record Change(String before, String after) {}
}
