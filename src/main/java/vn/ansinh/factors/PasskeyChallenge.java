package vn.ansinh.factors;

import java.time.Instant;

/** What came of wanting to sign in with a passkey. */
public sealed interface PasskeyChallenge {

  /**
   * @param cookie to be shown with what the browser signs
   * @param challenge in base64url
   * @param site the name keys are bound to
   */
  record Begun(String cookie, String challenge, String site) implements PasskeyChallenge {
    @Override
    public String toString() {
      return "Begun";
    }
  }

  /** Too many from this network, or altogether. */
  record TooMany(Instant until) implements PasskeyChallenge {}
}
