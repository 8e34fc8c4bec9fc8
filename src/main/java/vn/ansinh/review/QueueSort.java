package vn.ansinh.review;

/** How the queue is ordered. */
public enum QueueSort {
  /** What must be done next comes first. */
  DUE,
  OLDEST,
  NEWEST,
  NAME,
  /** What agrees comes first, contradictions last; then by due moment. */
  ASSESSMENT
}
