package vn.ansinh.portal.federation;

import org.jspecify.annotations.Nullable;

/**
 * Before going on: a code is needed because nothing is linked yet, or another device will be signed
 * out, or both.
 *
 * @param first whether a code is needed
 * @param device browser and system of the other device in words; absent where none is signed in
 * @param lastSeen when it was used last
 */
public record WaitingPage(boolean first, @Nullable String device, @Nullable String lastSeen) {

  /** Where the button leads. */
  public String action() {
    return first ? "/sign-in/code/sending" : WaitingPages.ARRIVAL;
  }
}
