package vn.ansinh.keys;

import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.keys.RingStore.Row;

/** Everything that changes the ring: one at a time over all nodes, on the trail. */
@Component
class RingChanges {

  private static final String NOT_WRITTEN = "the ring was changed in spite of its lock";

  private final RingStore store;
  private final MasterKeys masters;
  private final KeysSettings settings;
  private final TransactionTemplate transaction;
  private final Audit audit;
  private final Clock clock;

  RingChanges(
      RingStore store,
      MasterKeys masters,
      KeysSettings settings,
      TransactionTemplate transaction,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.masters = masters;
    this.settings = settings;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  /** Of nodes that start at once, one makes the ring and the others find it. */
  void makeUnlessThere() {
    if (store.version() == 0) {
      transaction.executeWithoutResult(
          _ -> {
            var row = store.lock();
            if (row.version() == 0) {
              make(row);
            }
          });
    }
  }

  private void make(Row row) {
    var ring = row.inherits() ? inherited() : attempt(Ring::make);
    replace(row, ring, masters.first());
    ring.ids().stream()
        .filter(it -> !it.equals(ring.newest()))
        .forEach(it -> store.made(it, true, clock.instant()));
    store.made(ring.newest(), false, clock.instant());
    record("KEY_RING_MADE", ring.newest());
  }

  private Ring inherited() {
    var secret =
        masters
            .secret()
            .orElseThrow(
                () ->
                    new KeysException(
                        "The keys of this installation derive from ANSINH_SECRET_KEY: start once"
                            + " with it beside the new master key, so that they are taken over"));
    return attempt(() -> Ring.inherit(secret));
  }

  /**
   * @return the id of the new data key
   */
  String rotate() {
    return transaction.execute(_ -> rotate(store.lock()));
  }

  /** When the newest one is old enough. */
  boolean rotateWhenDue() {
    if (!isDue()) {
      return false;
    }
    return transaction.execute(
        _ -> {
          var row = store.lock();
          // Another node may have been faster.
          return isDue() && !rotate(row).isEmpty();
        });
  }

  private boolean isDue() {
    var until = clock.instant().minus(settings.rotateAfter());
    return store.keys().stream()
        .filter(it -> it.replacedAt() == null)
        .allMatch(it -> it.madeAt().isBefore(until));
  }

  private String rotate(Row row) {
    var master = master(row);
    var ring = attempt(() -> unwrapped(row, master).rotate());
    replace(row, ring, master);
    store.made(ring.newest(), false, clock.instant());
    record("DATA_KEY_MADE", ring.newest());
    return ring.newest();
  }

  /** Destroys a data key. The caller has seen that nothing lies under it. */
  void retire(String id) {
    transaction.executeWithoutResult(
        _ -> {
          var row = store.lock();
          var master = master(row);
          replace(row, attempt(() -> unwrapped(row, master).without(id)), master);
          store.retired(id, clock.instant());
          record("DATA_KEY_DESTROYED", id);
        });
  }

  /**
   * Wraps the ring by the first of this node's master keys.
   *
   * @return the names of the master keys before and now
   */
  Map.Entry<String, String> changeMaster() {
    return transaction.execute(
        _ -> {
          var row = store.lock();
          var ring = unwrapped(row, master(row));
          replace(row, ring, masters.first());
          record("MASTER_KEY_CHANGED", masters.first().name());
          return Map.entry(row.master(), masters.first().name());
        });
  }

  /** As it lies in the database now. */
  Ring open(Row row) {
    return unwrapped(row, master(row));
  }

  private MasterKey master(Row row) {
    return masters
        .find(row.master())
        .orElseThrow(
            () ->
                new KeysException(
                    "The keys in the database are wrapped by the master key "
                        + row.master()
                        + ", this node has "
                        + masters.names()
                        + ": nothing was changed; give it the right one"));
  }

  private static Ring unwrapped(Row row, MasterKey master) {
    try {
      return Ring.unwrap(row.ring(), master);
    } catch (ProviderException e) {
      throw new KeysException("The token of the master key does not answer: " + e.getMessage());
    } catch (GeneralSecurityException _) {
      throw new KeysException(
          "The keys in the database do not open with the master key "
              + master.name()
              + ": it is another key of that name, or the row keys.ring was altered");
    }
  }

  private void replace(Row row, Ring ring, MasterKey master) {
    var wrapped = attempt(() -> ring.wrap(master));
    if (!store.replace(row.version(), master.name(), wrapped, clock.instant())) {
      throw new IllegalStateException(NOT_WRITTEN);
    }
  }

  private void record(String deed, String key) {
    audit.record(deed, Actor.SYSTEM, Subject.of("key", key));
  }

  private interface Step<T> {
    T take() throws GeneralSecurityException;
  }

  private static <T> T attempt(Step<T> step) {
    try {
      return step.take();
    } catch (GeneralSecurityException e) {
      throw new KeysException("The keys cannot be used: " + e.getMessage());
    }
  }
}
