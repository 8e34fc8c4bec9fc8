package vn.ansinh.registration;

/** How far a declared phone is the applicant's. */
public enum PhoneStanding {
  /** A code sent to it was typed. */
  CONFIRMED,
  /** Only named: it may be somebody else's, so nothing personal goes there. */
  NAMED,
  /** Only named, and confirmed by somebody else since, or given back: nothing goes there. */
  LOST
}
