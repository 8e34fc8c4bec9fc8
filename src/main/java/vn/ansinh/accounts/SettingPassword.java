package vn.ansinh.accounts;

/** What came of choosing the own password at the first sign-in. */
public sealed interface SettingPassword {

  /** It is set and the person is signed in. */
  record Set(StartedSession session) implements SettingPassword {}

  record Weak(Weakness why) implements SettingPassword {}

  /**
   * The ticket is unknown, used or older than 15 minutes: sign in with the first password again.
   */
  record Expired() implements SettingPassword {}

  /** Too many people sign in at this moment; the ticket stays good. */
  record Busy() implements SettingPassword {}
}
