package vn.ansinh.portal.contacts;

import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Problems;

/**
 * Typing a new phone or e-mail address.
 *
 * @param kind {@code phone} or {@code email}
 * @param present the one there is, masked; absent when there is none
 */
public record NewContactPage(
    String kind, @Nullable String present, String typed, Problems problems) {

  public boolean isPhone() {
    return kind.equals("phone");
  }
}
