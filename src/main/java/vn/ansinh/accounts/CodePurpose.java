package vn.ansinh.accounts;

/** What a code is good for; a code for one purpose is worthless for another. */
public enum CodePurpose {
  CONFIRM_DECLARATION,
  CONFIRM_PHONE,
  SIGN_IN,
  /** For a forgotten password. */
  RECOVER,
  /** By a guardian who applies for a child's account. */
  CONFIRM_GUARDIAN,
  /** Proves that a phone or an address belongs to whoever wants it for the account. */
  NEW_CONTACT,
  /** Proves that the account's holder wants a contact changed. */
  OLD_CONTACT,
  /** Confirms the declaration to stop using the account. */
  STOP_USE,
  /** Confirms the declaration to have information of the register changed. */
  ADJUST;

  boolean opensAccount() {
    return this == SIGN_IN || this == RECOVER;
  }
}
