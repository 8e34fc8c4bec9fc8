package vn.ansinh.adjusting;

/** What happens to a request; {@code ADJUSTMENT_} before it is the deed on the trail. */
public enum AdjustmentStep {
  SUBMITTED,
  RETURNED,
  REJECTED,
  /** For a day to come. */
  APPROVED,
  /** The register says it. */
  DONE,
  /** Approved it was, but it did not fit the register on its day. */
  REOPENED,
  /** By the person. */
  WITHDRAWN,
  /** Returned, and nobody put it right in time; on the trail as erased. */
  LAPSED,
  /** With the account, or for want of somebody to change. */
  ENDED;

  String deed() {
    return "ADJUSTMENT_" + this;
  }
}
