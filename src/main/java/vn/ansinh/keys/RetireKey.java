package vn.ansinh.keys;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.Command;
import vn.ansinh.platform.Resealing;

@Component
@Command.Named(
    value = "keys retire",
    usage = "ID",
    does = "destroys a data key under which nothing lies any more")
class RetireKey implements Command {

  private final RingStore store;
  private final RingChanges changes;
  private final Reseals reseals;
  private final KeysSettings settings;
  private final Clock clock;

  RetireKey(
      RingStore store, RingChanges changes, Reseals reseals, KeysSettings settings, Clock clock) {
    this.store = store;
    this.changes = changes;
    this.reseals = reseals;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.size() != 1) {
      return 2;
    }
    var id = arguments.getFirst();
    var objection = objection(id);
    if (objection.isPresent()) {
      err.println("AnSinh: " + objection.get());
      return 1;
    }
    changes.retire(id);
    out.println("Data key " + id + " is destroyed.");
    out.println("Backups of pictures older than the last keys reseal open no more.");
    return 0;
  }

  private Optional<String> objection(String id) {
    var found = store.keys().stream().filter(it -> it.id().equals(id)).findFirst();
    if (found.isEmpty() || found.get().retiredAt() != null) {
      return Optional.of("There is no data key " + id + ": see keys list");
    }
    var key = found.get();
    var replaced = key.replacedAt();
    if (replaced == null) {
      return Optional.of("Data key " + id + " is the one that seals: keys rotate first");
    }
    var retirable = replaced.plus(settings.retireAfter());
    if (clock.instant().isBefore(retirable)) {
      return Optional.of(
          "Data key %s was replaced at %s: it can be destroyed from %s, when no node can still be sealing under it"
              .formatted(id, replaced, retirable));
    }
    var counts = reseals.countByKey();
    counts.keySet().retainAll(List.of(key.derived() ? "" : id, Resealing.UNKNOWN));
    return counts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Values lie or may lie under %s: %s; run keys reseal first"
                .formatted(id, counts.values()));
  }
}
