package vn.ansinh.federation;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.platform.Secrets;

/**
 * Browsers on their way to a provider and back: state, nonce and the PKCE verifier are derived from
 * a secret in the cookie of the browser, are good for ten minutes and once, whatever comes of it.
 * The database keeps a keyed hash of the cookie, from which none of them follows.
 */
@Component
class Departures {

  static final Duration OPEN_FOR = Duration.ofMinutes(10);

  /** What a browser had left for, and how long ago. */
  record Left(Purpose purpose, Duration ago) {}

  private final DepartureStore store;
  private final Secrets secrets;
  private final Clock clock;

  Departures(DepartureStore store, Secrets secrets, Clock clock) {
    this.store = store;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** What the cookie of a browser holds that leaves. */
  static String next() {
    return Secrets.token(32);
  }

  @Transactional
  public void open(String cookie, String provider, Purpose purpose) {
    store.insert(hash(cookie), provider, purpose, clock.instant().plus(OPEN_FOR));
  }

  /** For one caller only. In a transaction of its own: used up whatever the rest comes to. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public Optional<Left> use(String cookie, String provider) {
    var now = clock.instant();
    return store
        .use(hash(cookie), provider, now)
        .map(it -> new Left(it.purpose(), Duration.between(it.expiresAt().minus(OPEN_FOR), now)));
  }

  Departure of(String cookie) {
    return new Departure(
        new State(derived("state", cookie)),
        new Nonce(derived("nonce", cookie)),
        new CodeVerifier(derived("verifier", cookie)));
  }

  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT24M")
  void sweep() {
    store.deleteExpired(clock.instant());
  }

  private String derived(String what, String cookie) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(secrets.hash("federation-" + what, cookie));
  }

  private byte[] hash(String cookie) {
    return secrets.hash("federation-departure", cookie);
  }
}
