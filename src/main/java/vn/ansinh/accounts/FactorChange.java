package vn.ansinh.accounts;

/** What happened to the ways in which somebody signs in; the name is also the word on the trail. */
public enum FactorChange {
  RECOVERY_CODES_MADE,
  RECOVERY_CODE_USED,
  AUTHENTICATOR_ADDED,
  AUTHENTICATOR_REMOVED,
  PASSKEY_ADDED,
  PASSKEY_REMOVED,
  /** A passkey counted backwards: there may be a copy of it. It opens nothing any more. */
  PASSKEY_COPIED,
  /** An account at an identity provider signs in from now on. */
  IDENTITY_LINKED,
  IDENTITY_UNLINKED,
  /** Somebody came with an account at an identity provider that may not be linked here. */
  IDENTITY_REFUSED
}
