package vn.ansinh.factors;

/** What came of a key somebody wants to add. */
public enum AddingPasskey {
  ADDED,
  /** What the browser sent is not right, or the person has this key already. */
  REFUSED,
  /** Too much time has passed, or the session has ended: begin again. */
  OVER
}
