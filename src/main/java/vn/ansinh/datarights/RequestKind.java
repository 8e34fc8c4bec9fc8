package vn.ansinh.datarights;

/** Which right somebody uses (Law 91/2025/QH15). */
public enum RequestKind {
  /** To know, and to be given what the download does not hold. */
  ACCESS,
  CORRECT,
  ERASE,
  RESTRICT,
  OBJECT,
  WITHDRAW_CONSENT
}
