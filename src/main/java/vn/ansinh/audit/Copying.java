package vn.ansinh.audit;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the {@link CheckpointCopy} up to date with the database, and notices when the database no
 * longer says what was copied.
 */
class Copying {

  /** How the copy and the database stand to each other. */
  enum State {
    COMPLETE,
    BEHIND,
    CONTRADICTS
  }

  private final SealStore store;
  private final CheckpointStore checkpoints;
  private final CheckpointCopy copy;
  private final TransactionTemplate transaction;

  Copying(
      SealStore store,
      CheckpointStore checkpoints,
      CheckpointCopy copy,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.checkpoints = checkpoints;
    this.copy = copy;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Copies what is missing. Under the sealer's lock: several nodes may share the file. */
  State copyAll() {
    return transaction.execute(_ -> store.lock() ? copyMissing() : State.BEHIND);
  }

  private State copyMissing() {
    var last = copy.last();
    if (last.isPresent() && !isStored(last.get())) {
      return State.CONTRADICTS;
    }
    while (true) {
      var missing = checkpoints.after(last.map(Checkpoint::number).orElse(0L));
      if (missing.isEmpty()) {
        return State.COMPLETE;
      }
      if (!follow(last, missing)) {
        return State.CONTRADICTS;
      }
      copy.append(missing);
      last = Optional.of(missing.getLast());
    }
  }

  private boolean isStored(Checkpoint copied) {
    return checkpoints
        .find(copied.number())
        .filter(it -> it.line().equals(copied.line()))
        .isPresent();
  }

  private static boolean follow(Optional<Checkpoint> last, List<Checkpoint> missing) {
    var before = last.map(Checkpoint::hash).orElse(Checkpoint.NONE_BEFORE);
    for (var checkpoint : missing) {
      if (!MessageDigest.isEqual(before, checkpoint.previous())) {
        return false;
      }
      before = checkpoint.hash();
    }
    return true;
  }
}
