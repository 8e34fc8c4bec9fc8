package vn.ansinh.guardianship;

/** Why an application is returned or rejected; the words are in the notices. */
public enum ApplicationReason {
  CERTIFICATE_UNREADABLE,
  PORTRAIT_UNSUITABLE,
  DATA_DIFFER,
  NOT_THE_GUARDIAN,
  NOT_UNDER_FIFTEEN
}
