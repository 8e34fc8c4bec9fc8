package vn.ansinh.portal.signin;

import org.jspecify.annotations.Nullable;

/** The password chosen, twice; neither is ever shown again. */
record FirstPasswordForm(@Nullable String password, @Nullable String repeated) {

  String typed() {
    return password == null ? "" : password;
  }

  boolean repeatedAlike() {
    return typed().equals(repeated == null ? "" : repeated);
  }

  @Override
  public String toString() {
    return "FirstPasswordForm";
  }
}
