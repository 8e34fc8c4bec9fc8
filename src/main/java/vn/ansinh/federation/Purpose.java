package vn.ansinh.federation;

/** What somebody leaves for a provider for; kept here, so that no address can change it. */
enum Purpose {
  SIGN_IN,
  /** To set a new password in the place of a forgotten one. */
  RECOVER
}
