package vn.ansinh.portal.signin;

import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Problems;

/**
 * Typing something of one's own in the place of the code that was sent.
 *
 * @param kind as in the address and in message keys: {@code app} or {@code printed}
 * @param other the other kind, where the person has that as well
 */
public record InsteadPage(String kind, @Nullable String other, Problems problems) {

  public boolean isApp() {
    return kind.equals("app");
  }
}
