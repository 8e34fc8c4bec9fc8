package vn.ansinh.portal.signin;

import org.jspecify.annotations.Nullable;

/**
 * What was typed.
 *
 * @param userName absent when the field was not sent at all
 * @param password never shown again
 */
record SignInForm(@Nullable String userName, @Nullable String password) {

  static final SignInForm EMPTY = new SignInForm("", "");

  String typedName() {
    return userName == null ? "" : userName;
  }

  String typedPassword() {
    return password == null ? "" : password;
  }

  @Override
  public String toString() {
    return "SignInForm";
  }
}
