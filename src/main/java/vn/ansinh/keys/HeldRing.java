package vn.ansinh.keys;

import java.security.GeneralSecurityException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.KeyRing;
import vn.ansinh.platform.Secrets;

/**
 * The ring as this node knows it. Looks for a newer one every half minute, when it meets a key it
 * does not know, and before it seals after it has not looked for long: so a replaced key is out of
 * use everywhere after {@link KeysSettings#trustedFor}, whatever a node has been through.
 */
@Component
class HeldRing implements KeyRing {

  private static final Logger LOG = LoggerFactory.getLogger(HeldRing.class);

  private record Held(long version, Ring ring) {}

  private final RingStore store;
  private final RingChanges changes;
  private final long trustedFor;
  private volatile Held held;
  private volatile long seenAt;

  HeldRing(RingStore store, RingChanges changes, KeysSettings settings) {
    this.store = store;
    this.changes = changes;
    this.trustedFor = settings.trustedFor().toNanos();
    changes.makeUnlessThere();
    this.seenAt = System.nanoTime();
    this.held = load();
  }

  @Override
  public byte[] seal(byte[] plain, byte[] context) {
    if (System.nanoTime() - seenAt > trustedFor) {
      look();
    }
    try {
      return held.ring().seal(plain, context);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing failed", e);
    }
  }

  @Override
  public byte[] open(byte[] sealed, byte[] context) throws GeneralSecurityException {
    var key = Secrets.keyOf(sealed);
    if (!key.isEmpty() && !held.ring().knows(key)) {
      look();
    }
    return held.ring().open(sealed, context);
  }

  @Override
  public byte[] mac(byte[] message) {
    try {
      return held.ring().mac(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("hashing failed", e);
    }
  }

  @Override
  public String newest() {
    return ring().newest();
  }

  Ring ring() {
    look();
    return held.ring();
  }

  @Scheduled(fixedDelayString = "PT30S")
  void look() {
    long now = System.nanoTime();
    if (store.version() != held.version()) {
      change();
    }
    seenAt = now;
  }

  /** A new master key that is out of reach here matters only once the data key is another too. */
  private void change() {
    try {
      held = load();
      LOG.info("the ring has changed: data key {} seals now", held.ring().newest());
    } catch (KeysException e) {
      if (!store.seals(held.ring().newest())) {
        throw e;
      }
      LOG.error(
          "the ring cannot be opened any more, the keys in memory still hold: {}", e.getMessage());
    }
  }

  private Held load() {
    var row = store.find();
    return new Held(row.version(), changes.open(row));
  }
}
