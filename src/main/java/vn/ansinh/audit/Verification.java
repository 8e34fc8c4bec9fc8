package vn.ansinh.audit;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks once through entries, checkpoints, stored hashes and copied checkpoints, side by side and
 * in order, and stops at the first thing that is not true. Needs a transaction with one snapshot;
 * keeps one checkpoint's hashes in memory.
 */
final class Verification {

  private final SealStore store;
  private final CheckpointStore checkpoints;
  private final @Nullable TrustedKeys keys;
  private final List<String> remarks = new ArrayList<>();

  private Frontier frontier = new Frontier();
  private @Nullable Checkpoint previous;
  private long verified;
  private long begin;
  private long erased;

  /**
   * @param keys absent only to show what is missed without signatures
   */
  Verification(SealStore store, CheckpointStore checkpoints, @Nullable TrustedKeys keys) {
    this.store = store;
    this.checkpoints = checkpoints;
    this.keys = keys;
  }

  /**
   * @param copy a file of copied checkpoints
   * @param since checkpoints sealed before are believed, if their signature is true
   */
  Verdict run(@Nullable Path copy, @Nullable Instant since) {
    try (var copied = new CopiedLines(copy)) {
      startAt(since, copied);
      var unsealed = walk(copied);
      return new Verdict(verified, frontier.size() - begin, unsealed, previous, remarks, null);
    } catch (AuditException e) {
      return new Verdict(
          verified, frontier.size() - begin, 0, previous, remarks, String.valueOf(e.getMessage()));
    }
  }

  private void startAt(@Nullable Instant since, CopiedLines copied) {
    var start = since == null ? null : checkpoints.newestBefore(since).orElse(null);
    if (start == null) {
      return;
    }
    requireSignature(start);
    frontier = Frontier.at(start.size(), new StoredTree(store));
    if (!MessageDigest.isEqual(frontier.root(), start.root())) {
      throw new AuditException(
          "The stored hashes do not lead to " + name(start) + ": check without --since");
    }
    previous = start;
    begin = start.size();
    copied.skipThrough(start.number());
  }

  private long walk(CopiedLines copied) {
    var after = previous == null ? Place.START : previous.through();
    try (var rows = store.stream(after);
        var seals = checkpoints.stream(previous == null ? 0 : previous.number())) {
      var entries = new Ahead<>(rows.iterator());
      for (var one : (Iterable<Checkpoint>) seals::iterator) {
        check(one, entries, copied);
        previous = one;
        verified++;
      }
      requireNothingLost(copied);
      requireNoStraySubtrees();
      return countRest(entries);
    }
  }

  private void check(Checkpoint one, Ahead<SealedEntry> entries, CopiedLines copied) {
    requireNext(one);
    requireSignature(one);
    var contradiction = copied.compare(one);
    if (contradiction != null) {
      throw new AuditException(contradiction);
    }
    var batch = new Batch(one, frontier.size(), store.leavesOf(one.number()).orElse(new byte[0]));
    while (entries.peek() != null && entries.peek().place().compareTo(one.through()) <= 0) {
      var entry = entries.next();
      requireHonestErasure(entry);
      var leaf = entry.leaf();
      batch.add(entry, leaf);
      frontier.append(leaf, this::requireStored);
    }
    var difference = batch.difference(MessageDigest.isEqual(frontier.root(), one.root()));
    if (difference != null) {
      throw new AuditException(difference);
    }
    requireStoredSubtrees(one);
  }

  private void requireNext(Checkpoint one) {
    var number = previous == null ? 1 : previous.number() + 1;
    if (one.number() != number) {
      throw new AuditException(
          "Checkpoint " + number + " is missing: " + name(one) + " follows " + place());
    }
    var hash = previous == null ? Checkpoint.NONE_BEFORE : previous.hash();
    if (!MessageDigest.isEqual(hash, one.previous())) {
      throw new AuditException("%s does not continue %s".formatted(name(one), place()));
    }
    if (one.size() <= frontier.size()
        || (previous != null && one.through().compareTo(previous.through()) <= 0)) {
      throw new AuditException("%s covers nothing beyond %s".formatted(name(one), place()));
    }
    if (previous != null && one.sealedAt().isBefore(previous.sealedAt())) {
      remarks.add("%s is dated before the one before it: a clock went back".formatted(name(one)));
    }
  }

  private void requireSignature(Checkpoint one) {
    if (keys == null) {
      return;
    }
    if (!keys.knows(one.keyId())) {
      throw new AuditException(
          name(one) + " is signed with key " + one.keyId() + ", which nobody vouches for");
    }
    if (!keys.signed(one)) {
      throw new AuditException("The signature of " + name(one) + " is not true");
    }
  }

  private void requireHonestErasure(SealedEntry entry) {
    if (entry.erasedHash() == null) {
      return;
    }
    erased++;
    if (!entry.details().equals("{}") || !store.saysErased(entry.id())) {
      throw new AuditException(
          "Entry "
              + entry.id()
              + " is marked as erased, but the trail does not say so or details stand there");
    }
  }

  private final List<Subtree> due = new ArrayList<>();

  private record Subtree(int level, long position, byte[] hash) {}

  private long subtrees;

  private void requireStored(int level, long position, byte[] hash) {
    if (level % StoredTree.STEP == 0) {
      due.add(new Subtree(level, position, hash));
    }
  }

  /** After the root proved true, so that a changed entry is not blamed on a stored hash. */
  private void requireStoredSubtrees(Checkpoint one) {
    for (var it : due) {
      var stored = store.subtrees(it.level(), it.position(), it.position() + 1);
      if (stored.size() != 1 || !MessageDigest.isEqual(stored.getFirst(), it.hash())) {
        throw new AuditException(
            "The entries under %s are true, but stored subtree %d/%d was changed or removed"
                .formatted(name(one), it.level(), it.position()));
      }
      subtrees++;
    }
    due.clear();
  }

  private void requireNoStraySubtrees() {
    if (begin == 0 && store.countSubtrees() != subtrees) {
      throw new AuditException("There are stored subtrees that belong to no checkpoint");
    }
  }

  private void requireNothingLost(CopiedLines copied) {
    var lost = copied.rest();
    if (lost != null) {
      throw new AuditException(
          "The copy knows checkpoint %d of %s over %d entries; the database ends with %s: newest checkpoints were removed"
              .formatted(lost.number(), lost.sealedAt(), lost.size(), place()));
    }
  }

  private long countRest(Ahead<SealedEntry> entries) {
    var count = 0L;
    while (entries.peek() != null) {
      requireHonestErasure(entries.next());
      count++;
    }
    if (erased > 0) {
      remarks.add("%d entries had their details erased; their hashes are true".formatted(erased));
    }
    return count;
  }

  private String place() {
    return previous == null ? "the beginning" : name(previous);
  }

  private static String name(Checkpoint checkpoint) {
    return "checkpoint " + checkpoint.number() + " of " + checkpoint.sealedAt();
  }

  /** An iterator that shows what comes next. */
  private static final class Ahead<T> {
    private final Iterator<T> source;
    private @Nullable T next;

    Ahead(Iterator<T> source) {
      this.source = source;
      advance();
    }

    @Nullable T peek() {
      return next;
    }

    T next() {
      var one = java.util.Objects.requireNonNull(next);
      advance();
      return one;
    }

    private void advance() {
      next = source.hasNext() ? source.next() : null;
    }
  }
}
