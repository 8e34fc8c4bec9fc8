package vn.ansinh.portal.signin;

import vn.ansinh.web.Problems;

/**
 * Asking for a new password.
 *
 * @param read whether a card said the number
 */
public record RecoveryPage(String userName, String contact, boolean read, Problems problems) {

  static RecoveryPage read(String number) {
    return new RecoveryPage(number, "", true, Problems.NONE);
  }
}
