package vn.ansinh.federation;

import java.net.URI;
import java.time.Instant;

/** What came of the wish to sign in at a provider. */
public sealed interface Leaving {

  /**
   * @param cookie to be brought back with the provider's answer, within ten minutes
   * @param to where the browser goes
   */
  record Left(String cookie, URI to, IdentityProvider provider) implements Leaving {
    @Override
    public String toString() {
      return "Left[" + provider.id() + "]";
    }
  }

  /** No such provider here. */
  record Unknown() implements Leaving {}

  record TooMany(Instant until) implements Leaving {}

  /** The provider does not answer; every other way to sign in works. */
  record Unavailable(IdentityProvider provider) implements Leaving {}
}
