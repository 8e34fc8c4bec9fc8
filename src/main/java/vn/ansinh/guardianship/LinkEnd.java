package vn.ansinh.guardianship;

/** Why a guardianship or an authorisation ended. */
public enum LinkEnd {
  /** Decided by an office. */
  BY_OFFICE,
  /** The child, seven or older, took its own consent back. */
  CHILD_SAID_NO,
  /** The child turned eighteen. */
  OF_AGE,
  /** The register says that one of the two has died or was a double. */
  DEATH,
  /** The adult took their authorisation back. */
  REVOKED,
  /** The guardian or carer laid it down. */
  GIVEN_UP,
  /** The last day of an authorisation is over. */
  TERM_OVER,
  /** The guardian or carer, or the adult who authorised, has stopped using their account. */
  ACCOUNT_CLOSED
}
