package vn.ansinh.factors;

/** What came of the first code of an app that was just set up. */
public enum Confirming {
  ADDED,
  /** The clock of the phone may be off, or it was mistyped. */
  WRONG,
  /** Too much time has passed, or the session has ended: begin again. */
  OVER
}
