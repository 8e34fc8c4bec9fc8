package vn.ansinh.review;

/** The parts of the queue. */
public enum QueueTab {
  /** Everything is there; waits for an officer. */
  NEW,
  /** Papers, or the person, are still to come. */
  WAITING,
  /** Sent back for correction. */
  RETURNED,
  /** The office's turn, and the promise ends soon or has ended. */
  DUE_SOON,
  /** In the officer's own hands. */
  MINE,
  ALL
}
