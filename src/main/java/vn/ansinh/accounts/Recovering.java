package vn.ansinh.accounts;

import java.time.Instant;

/** What came of asking for a new password: never whether the number and the contact fit. */
public sealed interface Recovering {

  /**
   * If they fit, a code is on its way.
   *
   * @param cookieValue to be shown with the code
   */
  record Begun(String cookieValue) implements Recovering {
    @Override
    public String toString() {
      return "Begun";
    }
  }

  /** Asked too often with this number, from this network, or altogether. */
  record TooMany(Instant until) implements Recovering {}
}
