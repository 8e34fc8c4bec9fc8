package vn.ansinh.factors;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.platform.Secrets;

/**
 * Challenges for a key to sign: each is derived from a secret in the cookie of the browser it was
 * made for, is good for five minutes and once, whether what comes back is right or wrong.
 */
@Component
class Ceremonies {

  private static final Duration OPEN_FOR = Duration.ofMinutes(5);

  private final CeremonyStore store;
  private final Secrets secrets;
  private final Clock clock;

  Ceremonies(CeremonyStore store, Secrets secrets, Clock clock) {
    this.store = store;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * @param session in which a key is added; absent where somebody signs in
   * @return what the cookie holds
   */
  @Transactional
  public String begin(@Nullable UUID session) {
    var cookie = Secrets.token(32);
    store.insert(hash(cookie), session, clock.instant().plus(OPEN_FOR));
    return cookie;
  }

  boolean isOpen(String cookie, UUID session) {
    return store.exists(hash(cookie), session, clock.instant());
  }

  /** In a transaction of its own: used up also where the rest comes to nothing. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public boolean use(String cookie, @Nullable UUID session) {
    return store.use(hash(cookie), session, clock.instant());
  }

  byte[] challenge(String cookie) {
    return secrets.hash("passkey-challenge", cookie);
  }

  String challengeText(String cookie) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(challenge(cookie));
  }

  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT23M")
  void sweep() {
    store.deleteExpired(clock.instant());
  }

  private byte[] hash(String cookie) {
    return secrets.hash("passkey-ceremony", cookie);
  }
}
