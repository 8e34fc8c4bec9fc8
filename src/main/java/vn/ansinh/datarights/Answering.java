package vn.ansinh.datarights;

/** What came of an officer's answer. */
public enum Answering {
  DONE,
  /** Nothing is said, or more than {@link Requests#LONGEST} characters. */
  UNREADABLE,
  /** No such request, one of another office, or no longer waiting. */
  NOT_FOUND
}
