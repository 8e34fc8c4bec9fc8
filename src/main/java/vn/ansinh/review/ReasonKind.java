package vn.ansinh.review;

/** Which decision a reason explains. */
public enum ReasonKind {
  RETURN,
  ASK_TO_COME,
  REJECT
}
