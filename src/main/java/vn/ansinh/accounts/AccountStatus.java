package vn.ansinh.accounts;

/** The life of an account so far. */
public enum AccountStatus {
  /** Opened; the first password is on its way or waits to be used. */
  AWAITING_FIRST_SIGN_IN,
  /** The person has set a password of their own. */
  ACTIVE
}
