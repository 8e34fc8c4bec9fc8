package vn.ansinh.keys;

import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
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
class HeldRing implements KeyRing, SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(HeldRing.class);

  private record Held(long version, Ring ring) {}

  private final ObjectProvider<RingStore> store;
  private final ObjectProvider<RingChanges> changes;
  private final RingDuringMigration migration;
  private final long trustedFor;
  private volatile @Nullable Held held;
  private volatile long seenAt;

  /**
   * @param store looked up late, as {@code changes}: migrations seal before the application's
   *     connections may be used
   */
  HeldRing(
      ObjectProvider<RingStore> store,
      ObjectProvider<RingChanges> changes,
      RingDuringMigration migration,
      KeysSettings settings) {
    this.store = store;
    this.changes = changes;
    this.migration = migration;
    this.trustedFor = settings.trustedFor().toNanos();
  }

  /** A ring that does not open is no start. */
  @Override
  public void afterSingletonsInstantiated() {
    held();
  }

  @Override
  public byte[] seal(byte[] plain, byte[] context) {
    if (held != null && System.nanoTime() - seenAt > trustedFor) {
      look();
    }
    try {
      return now().seal(plain, context);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing failed", e);
    }
  }

  @Override
  public byte[] open(byte[] sealed, byte[] context) throws GeneralSecurityException {
    var key = Secrets.keyOf(sealed);
    if (!key.isEmpty() && !now().knows(key)) {
      look();
    }
    return now().open(sealed, context);
  }

  @Override
  public byte[] mac(byte[] message) {
    try {
      return now().mac(message);
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
    return held().ring();
  }

  @Scheduled(fixedDelayString = "PT30S")
  void look() {
    long now = System.nanoTime();
    if (store.getObject().version() != held().version()) {
      change();
    }
    seenAt = now;
  }

  /** What seals and opens at this moment. */
  private Ring now() {
    var known = held;
    return known != null ? known.ring() : migration.ring().orElseGet(() -> held().ring());
  }

  private Held held() {
    var known = held;
    if (known == null) {
      changes.getObject().makeUnlessThere();
      known = load();
      seenAt = System.nanoTime();
      held = known;
    }
    return known;
  }

  /** A new master key that is out of reach here matters only once the data key is another too. */
  private void change() {
    try {
      var changed = load();
      held = changed;
      LOG.info("the ring has changed: data key {} seals now", changed.ring().newest());
    } catch (KeysException e) {
      if (!store.getObject().seals(held().ring().newest())) {
        throw e;
      }
      LOG.error(
          "the ring cannot be opened any more, the keys in memory still hold: {}", e.getMessage());
    }
  }

  private Held load() {
    var row = store.getObject().find();
    return new Held(row.version(), changes.getObject().open(row));
  }
}
