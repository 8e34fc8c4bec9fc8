package vn.ansinh.portal.home;

import org.jspecify.annotations.Nullable;

/** The password in use and the new one, twice; none is ever shown again. */
record ChangePasswordForm(
    @Nullable String inUse, @Nullable String password, @Nullable String repeated) {

  String typedInUse() {
    return inUse == null ? "" : inUse;
  }

  String typed() {
    return password == null ? "" : password;
  }

  boolean repeatedAlike() {
    return typed().equals(repeated == null ? "" : repeated);
  }

  @Override
  public String toString() {
    return "ChangePasswordForm";
  }
}
