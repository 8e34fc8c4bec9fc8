package vn.ansinh.portal.factors;

import vn.ansinh.web.Problems;

/**
 * Setting an app up.
 *
 * @param secret for typing, in groups of four
 * @param name as typed
 */
public record AppPage(String secret, String name, Problems problems) {

  @Override
  public String toString() {
    return "AppPage";
  }
}
