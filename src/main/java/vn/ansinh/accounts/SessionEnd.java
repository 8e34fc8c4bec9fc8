package vn.ansinh.accounts;

/** Why a session is over. */
public enum SessionEnd {
  SIGNED_OUT,
  /** Signed in elsewhere: one device at a time. */
  REPLACED,
  TIMED_OUT,
  PASSWORD_CHANGED,
  /** The owner said "that was not me". */
  DENIED,
  /** The owner signed out everywhere. */
  SENT_AWAY,
  /** The owner has stopped using the account. */
  CLOSED
}
