package vn.ansinh.keys;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.keys.ResealStore.Progress;
import vn.ansinh.platform.Resealing;
import vn.ansinh.platform.SealedColumns;
import vn.ansinh.platform.Secrets;

/**
 * Every place of sealed values, and the way from old data keys to the newest. Broken off at any
 * moment it goes on where it was; two at once do the same work twice without harm.
 */
@Component
class Reseals {

  private final List<Resealing> places;
  private final ResealStore store;
  private final HeldRing ring;
  private final KeysSettings settings;
  private final TransactionTemplate transaction;
  private final Audit audit;
  private final Clock clock;

  Reseals(
      List<Resealing> places,
      List<SealedColumns> columns,
      ColumnStore values,
      ResealStore store,
      Secrets secrets,
      HeldRing ring,
      KeysSettings settings,
      TransactionTemplate transaction,
      Audit audit,
      Clock clock) {
    this.places = new ArrayList<>(places);
    columns.stream()
        .flatMap(it -> it.sealedColumns().stream())
        .map(it -> new ColumnResealing(it, values, secrets, ring, transaction))
        .forEach(this.places::add);
    this.store = store;
    this.ring = ring;
    this.settings = settings;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  List<Resealing> places() {
    return places;
  }

  /**
   * How many values lie under each data key, place by place; the empty id is the derived key's,
   * {@link Resealing#UNKNOWN} says that nobody has looked.
   */
  Map<String, Map<String, Long>> countByKey() {
    var counts = new TreeMap<String, Map<String, Long>>();
    places.forEach(
        place ->
            place
                .countByKey()
                .forEach(
                    (key, count) -> {
                      if (count > 0) {
                        counts
                            .computeIfAbsent(derivedUnlessKnown(key), _ -> new HashMap<>())
                            .merge(place.place(), count, Long::sum);
                      }
                    }));
    return counts;
  }

  /** A value without a key's id may by chance begin like one with it. */
  private String derivedUnlessKnown(String key) {
    return key.equals(Resealing.UNKNOWN) || ring.ring().knows(key) ? key : "";
  }

  /** Until nothing of it lies under an older key than the newest one of now. */
  Progress reseal(Resealing place) {
    var progress = begin(place.place(), ring.ring().newest());
    @Nullable String upTo = progress.upTo();
    do {
      var steps = place.reseal(upTo, settings.batch());
      upTo = steps.upTo();
      progress =
          new Progress(
              progress.dataKey(),
              upTo,
              progress.seen() + steps.seen(),
              progress.resealed() + steps.resealed(),
              upTo == null ? clock.instant() : null);
      note(place.place(), progress);
    } while (upTo != null);
    return progress;
  }

  private Progress begin(String place, String newest) {
    return store
        .find(place)
        .filter(it -> it.doneAt() == null && it.dataKey().equals(newest))
        .orElse(new Progress(newest, null, 0, 0, null));
  }

  private void note(String place, Progress progress) {
    transaction.executeWithoutResult(
        _ -> {
          store.note(place, progress);
          if (progress.doneAt() != null && progress.resealed() > 0) {
            audit.record(
                "VALUES_RESEALED",
                Actor.SYSTEM,
                Subject.of("key", progress.dataKey()),
                Map.of("place", place, "values", Long.toString(progress.resealed())));
          }
        });
  }
}
