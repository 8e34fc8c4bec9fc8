package vn.ansinh.catalogue;

/** What came of a change to a code list. */
public sealed interface CodeChange {
  record Done() implements CodeChange {}

  /** Nothing was written. */
  record Refused(Reason reason) implements CodeChange {}

  enum Reason {
    BAD_CODE,
    BAD_NAME,
    BAD_ATTRIBUTE,
    /** A version begins on that day already; history is not rewritten. */
    DAY_TAKEN,
    /** Somebody changed the entry meanwhile. */
    STALE,
    /** No entry holds on that day. */
    NOT_IN_FORCE
  }
}
