package vn.ansinh.catalogue;

import java.util.List;

/** What came of a change to an office. */
public sealed interface OfficeChange {
  record Added() implements OfficeChange {}

  record Changed() implements OfficeChange {}

  /** The office is already exactly so; nothing was written. */
  record Unchanged() implements OfficeChange {}

  /** Somebody changed the office meanwhile; nothing was written. */
  record Stale() implements OfficeChange {}

  /** Nothing was written. */
  record Refused(List<Problem> problems) implements OfficeChange {}

  /**
   * @param field the component of {@link OfficeDetails} it concerns
   */
  record Problem(Field field, Reason reason) {}

  enum Field {
    CODE,
    NAME,
    PARENT,
    ADDRESS,
    PHONE,
    HOURS,
    OPEN_FROM,
    OPEN_UNTIL,
    SUCCESSOR,
    SERVES
  }

  enum Reason {
    MISSING,
    TOO_LONG,
    MALFORMED,
    /** No office, or no unit, bears that code. */
    UNKNOWN,
    /** The parent or successor named is the office itself or lies below it. */
    CIRCULAR,
    /** The end lies before the beginning. */
    BACKWARDS,
    /** Another office bears that code. */
    TAKEN,
    /** Not of the offices the administrator keeps. */
    OUTSIDE,
    /** The agency itself cannot be closed or put below another office. */
    ROOT
  }
}
