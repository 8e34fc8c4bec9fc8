package vn.ansinh.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing {@link MerkleTree}: enough to append and to name the root, in memory
 * that grows with the logarithm of the size. Not thread-safe.
 */
final class Frontier {

  /** Is told of every subtree that is complete from now on. */
  interface Completed {
    void subtree(int level, long position, byte[] hash);
  }

  private final List<byte[]> peaks = new ArrayList<>();
  private long size;

  /** As it was when the tree had {@code size} entries. */
  static Frontier at(long size, MerkleTree.Ranges tree) {
    var frontier = new Frontier();
    var from = 0L;
    for (var peak = Long.highestOneBit(size); peak > 0; peak >>= 1) {
      if ((size & peak) != 0) {
        frontier.peaks.add(tree.hash(from, from + peak));
        from += peak;
      }
    }
    frontier.size = size;
    return frontier;
  }

  Frontier copy() {
    var copy = new Frontier();
    copy.peaks.addAll(peaks);
    copy.size = size;
    return copy;
  }

  long size() {
    return size;
  }

  void append(byte[] leaf) {
    append(leaf, (_, _, _) -> {});
  }

  void append(byte[] leaf, Completed completed) {
    var hash = leaf;
    var level = 0;
    for (var rest = size; (rest & 1) == 1; rest >>= 1) {
      hash = MerkleTree.node(peaks.removeLast(), hash);
      level++;
      completed.subtree(level, size >> level, hash);
    }
    peaks.add(hash);
    size++;
  }

  byte[] root() {
    if (peaks.isEmpty()) {
      return MerkleTree.sha256();
    }
    var root = peaks.getLast();
    for (var peak : peaks.reversed().subList(1, peaks.size())) {
      root = MerkleTree.node(peak, root);
    }
    return root;
  }
}
