package vn.ansinh.audit;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The entries found where one checkpoint sealed some, held against the hashes stored for it. */
final class Batch {

  private static final int HASH = 32;

  private final Checkpoint checkpoint;
  private final long sealed;
  private final byte[] hashes;

  private long found;
  private @Nullable UUID differing;
  private long differingAt = -1;
  private boolean differingSealedElsewhere;

  /**
   * @param before entries sealed by earlier checkpoints
   * @param hashes as stored for this checkpoint
   */
  Batch(Checkpoint checkpoint, long before, byte[] hashes) {
    this.checkpoint = checkpoint;
    this.sealed = checkpoint.size() - before;
    this.hashes = hashes;
  }

  void add(SealedEntry entry, byte[] leaf) {
    if (differingAt < 0 && !isStored(leaf, found)) {
      differing = entry.id();
      differingAt = found;
      differingSealedElsewhere = isStoredAnywhere(leaf);
    }
    found++;
  }

  /** What is wrong, or nothing. */
  @Nullable String difference(boolean rootIsTrue) {
    var storedIsWhole = hashes.length == sealed * HASH;
    if (rootIsTrue && found == sealed) {
      return differingAt < 0 && storedIsWhole
          ? null
          : "The entries under %s are true, but the hashes stored for it were changed"
              .formatted(name());
    }
    return "Where %s sealed %d entries, %d stand now; %s"
        .formatted(name(), sealed, found, firstDifference());
  }

  private String firstDifference() {
    if (differing == null) {
      return found < sealed
          ? "the last ones are missing, from the " + (found + 1) + ". on"
          : "the stored hashes were changed with them";
    }
    var place =
        "the first difference is at the %d.: entry %s".formatted(differingAt + 1, differing);
    if (differingSealedElsewhere) {
      return place + " stood further on (entries before it are missing or out of order)";
    }
    if (differingAt >= sealed) {
      return place + " was added";
    }
    return place
        + (found > sealed
            ? " was added or changed"
            : " is not what was sealed (changed or replaced)");
  }

  private boolean isStored(byte[] leaf, long index) {
    var from = index * HASH;
    return from + HASH <= hashes.length
        && Arrays.equals(hashes, (int) from, (int) from + HASH, leaf, 0, HASH);
  }

  private boolean isStoredAnywhere(byte[] leaf) {
    for (var i = 0; i + HASH <= hashes.length; i += HASH) {
      if (Arrays.equals(hashes, i, i + HASH, leaf, 0, HASH)) {
        return true;
      }
    }
    return false;
  }

  private String name() {
    return "checkpoint " + checkpoint.number() + " of " + checkpoint.sealedAt();
  }
}
