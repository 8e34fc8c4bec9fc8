package vn.ansinh.audit;

import org.springframework.stereotype.Component;

/**
 * Hashes of ranges of the sealed trail, from stored leaf hashes and from the stored roots of whole
 * subtrees of 2^8, 2^16 … entries: a few hundred rows per question however long the trail is. What
 * it says is believed only where it leads to a signed root.
 */
@Component
class StoredTree implements MerkleTree.Ranges {

  /** Every eighth level is stored. */
  static final int STEP = 8;

  private static final long TILE = 1L << STEP;

  private final SealStore store;

  StoredTree(SealStore store) {
    this.store = store;
  }

  @Override
  public byte[] hash(long from, long to) {
    var size = to - from;
    if (size <= TILE && !isTile(from, size)) {
      return fold(store.leaves(from, to), size);
    }
    if (Long.bitCount(size) == 1 && from % size == 0) {
      var level = Long.numberOfTrailingZeros(size) / STEP * STEP;
      return fold(store.subtrees(level, from >> level, to >> level), size >> level);
    }
    var middle = from + MerkleTree.split(size);
    return MerkleTree.node(hash(from, middle), hash(middle, to));
  }

  private static boolean isTile(long from, long size) {
    return size == TILE && from % TILE == 0;
  }

  private static byte[] fold(java.util.List<byte[]> hashes, long expected) {
    if (hashes.size() != expected) {
      throw new AuditException(
          "The stored hashes of the trail have a hole: run bin/ansinh audit verify");
    }
    var frontier = new Frontier();
    hashes.forEach(frontier::append);
    return frontier.root();
  }
}
