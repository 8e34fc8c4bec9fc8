package vn.ansinh.guardianship;

/** The life of an application for a child's account. */
public enum ApplicationStatus {
  /** Being filled in. */
  DRAFT,
  /** With the office. */
  SUBMITTED,
  /** With the guardian again, to be put right. */
  RETURNED,
  APPROVED,
  REJECTED,
  /** By the guardian, or left lying after it was returned. */
  WITHDRAWN;

  /** Whether the guardian may change it. */
  public boolean isEditable() {
    return this == DRAFT || this == RETURNED;
  }
}
