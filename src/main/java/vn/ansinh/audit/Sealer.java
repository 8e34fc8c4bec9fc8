package vn.ansinh.audit;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts a signed checkpoint over entries nobody sealed yet. Any number of nodes may try at once: one
 * does it, the others find the lock taken. A checkpoint is one transaction, so a node may die at
 * any moment.
 */
class Sealer {

  /** Bounds memory and how long the lock is held; what is left waits for the next checkpoint. */
  static final int MOST = 4_096;

  private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

  private final SealStore store;
  private final CheckpointStore checkpoints;
  private final StoredTree tree;
  private final SigningKey key;
  private final Clock clock;
  private final TransactionTemplate transaction;

  private @Nullable Checkpoint last;
  private Frontier frontier = new Frontier();

  Sealer(
      SealStore store,
      CheckpointStore checkpoints,
      SigningKey key,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.checkpoints = checkpoints;
    this.tree = new StoredTree(store);
    this.key = key;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Seals everything there is to seal.
   *
   * @return how many checkpoints were made
   * @throws AuditException when the newest checkpoint is not what it must be; nothing is sealed
   *     upon it
   */
  synchronized int sealAll() {
    var made = 0;
    while (true) {
      var outcome = transaction.execute(_ -> sealOnce());
      if (outcome.made() != null) {
        made++;
        last = outcome.made();
        frontier = outcome.frontier();
        LOG.info("Audit checkpoint {}", outcome.made().line());
      }
      if (!outcome.more()) {
        return made;
      }
    }
  }

  private record Outcome(@Nullable Checkpoint made, Frontier frontier, boolean more) {}

  private Outcome sealOnce() {
    if (!store.lock()) {
      return new Outcome(null, frontier, false);
    }
    var before = checkpoints.newest();
    var after = before.map(Checkpoint::through).orElse(Place.START);
    var horizon = store.horizon();
    var entries = store.between(after, horizon, MOST);
    if (entries.isEmpty()) {
      return new Outcome(null, frontier, false);
    }
    var edge = frontierOf(before).copy();
    var hashes = append(entries, edge);
    var more = entries.size() == MOST;
    var made =
        Checkpoint.signed(
            before.map(Checkpoint::number).orElse(0L) + 1,
            edge,
            before.map(Checkpoint::hash).orElse(Checkpoint.NONE_BEFORE),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            more ? entries.getLast().place() : Place.before(horizon),
            key);
    store.insert(made, hashes);
    return new Outcome(made, edge, more);
  }

  private byte[] append(List<SealedEntry> entries, Frontier edge) {
    var hashes = new ByteArrayOutputStream(entries.size() * 32);
    for (var entry : entries) {
      var leaf = entry.leaf();
      hashes.writeBytes(leaf);
      edge.append(
          leaf,
          (level, position, hash) -> {
            if (level % StoredTree.STEP == 0) {
              store.insertSubtree(level, position, hash);
            }
          });
    }
    return hashes.toByteArray();
  }

  /** Remembered from last time, or built from what is stored and held against the signed root. */
  private Frontier frontierOf(Optional<Checkpoint> before) {
    if (before.isEmpty()) {
      return new Frontier();
    }
    var newest = before.get();
    if (last != null && newest.line().equals(last.line())) {
      return frontier;
    }
    if (newest.keyId().equals(key.id()) && !TrustedKeys.of(key.open()).signed(newest)) {
      throw new AuditException(
          "Checkpoint " + newest.number() + " was changed after it was signed; nothing is sealed");
    }
    var rebuilt = Frontier.at(newest.size(), tree);
    if (!MessageDigest.isEqual(rebuilt.root(), newest.root())) {
      throw new AuditException(
          "The stored hashes do not lead to checkpoint " + newest.number() + "; nothing is sealed");
    }
    return rebuilt;
  }
}
