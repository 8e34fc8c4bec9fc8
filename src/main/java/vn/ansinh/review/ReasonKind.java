package vn.ansinh.review;

/** Which decision a reason explains. */
public enum ReasonKind {
  RETURN,
  ASK_TO_COME,
  REJECT,
  /** An application for a child goes back to the guardian. */
  CHILD_RETURN,
  /** An application for a child is rejected. */
  CHILD_REJECT
}
