package vn.ansinh.adjusting;

/** The life of a request to adjust. */
public enum AdjustmentStatus {
  /** Being filled in. */
  DRAFT,
  /** With the office. */
  SUBMITTED,
  /** With the person again, to be put right. */
  RETURNED,
  /** Waits for its day. */
  APPROVED,
  /** The register says it. */
  DONE,
  REJECTED,
  /** By the person, or ended with the account. */
  WITHDRAWN;

  /** Whether the person may change it. */
  public boolean isEditable() {
    return this == DRAFT || this == RETURNED;
  }

  /** Whether something may still come of it; there is one such of a person at most. */
  public boolean isOpen() {
    return isEditable() || this == SUBMITTED || this == APPROVED;
  }
}
