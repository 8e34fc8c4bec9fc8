package vn.ansinh.portal.contacts;

import org.jspecify.annotations.Nullable;
import vn.ansinh.portal.CodeClock;
import vn.ansinh.web.Problems;

/**
 * Typing the code sent to the new or to the old contact.
 *
 * @param step {@code new} or {@code old}, as in the address
 * @param kind what is changed: {@code phone} or {@code email}
 * @param sentTo where the code went, masked; absent when no old contact can be reached
 * @param refused why no code was sent
 */
public record ContactCodePage(
    String step,
    String kind,
    boolean byEmail,
    @Nullable String sentTo,
    CodeClock clock,
    @Nullable String refused,
    Problems problems) {

  public boolean asksOld() {
    return step.equals("old");
  }

  public String at() {
    return ContactCodePages.PATH + "/" + step;
  }
}
