package vn.ansinh.accounts;

/** The ways by which the system reaches a person. */
public enum Channel {
  EMAIL,
  SMS
}
