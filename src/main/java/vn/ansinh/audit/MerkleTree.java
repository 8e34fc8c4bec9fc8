package vn.ansinh.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** The hash tree of RFC 6962, section 2.1: hashes, proofs, and checking proofs. */
final class MerkleTree {

  /** Answers the tree hash over entries {@code from} (included) to {@code to} (excluded). */
  interface Ranges {
    byte[] hash(long from, long to);
  }

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private MerkleTree() {}

  static byte[] sha256(byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] leaf(byte[] content) {
    return sha256(new byte[] {LEAF}, content);
  }

  static byte[] node(byte[] left, byte[] right) {
    return sha256(new byte[] {NODE}, left, right);
  }

  /** Of a tree of {@code size} &gt; 1: how many entries its left half holds. */
  static long split(long size) {
    return Long.highestOneBit(size - 1);
  }

  /** The hashes beside the way from entry {@code index} up to the root, the lowest first. */
  static List<byte[]> inclusion(long index, long size, Ranges tree) {
    var path = new ArrayList<byte[]>();
    inclusion(index, 0, size, tree, path);
    return path;
  }

  private static void inclusion(long index, long from, long to, Ranges tree, List<byte[]> path) {
    if (to - from == 1) {
      return;
    }
    var middle = from + split(to - from);
    if (index < middle) {
      inclusion(index, from, middle, tree, path);
      path.add(tree.hash(middle, to));
    } else {
      inclusion(index, middle, to, tree, path);
      path.add(tree.hash(from, middle));
    }
  }

  /** What shows that the tree of {@code size} entries begins with the tree of {@code before}. */
  static List<byte[]> consistency(long before, long size, Ranges tree) {
    var proof = new ArrayList<byte[]>();
    if (before > 0 && before < size) {
      consistency(before, 0, size, true, tree, proof);
    }
    return proof;
  }

  private static void consistency(
      long before, long from, long to, boolean whole, Ranges tree, List<byte[]> proof) {
    if (before == to) {
      if (!whole) {
        proof.add(tree.hash(from, to));
      }
      return;
    }
    var middle = from + split(to - from);
    if (before <= middle) {
      consistency(before, from, middle, whole, tree, proof);
      proof.add(tree.hash(middle, to));
    } else {
      consistency(before, middle, to, false, tree, proof);
      proof.add(tree.hash(from, middle));
    }
  }

  static boolean includes(byte[] root, long size, long index, byte[] leaf, List<byte[]> path) {
    if (index < 0 || index >= size) {
      return false;
    }
    var hash = leaf;
    var position = index;
    var last = size - 1;
    for (var beside : path) {
      if (last == 0) {
        return false;
      }
      if ((position & 1) == 1 || position == last) {
        hash = node(beside, hash);
        while ((position & 1) == 0 && position != 0) {
          position >>= 1;
          last >>= 1;
        }
      } else {
        hash = node(hash, beside);
      }
      position >>= 1;
      last >>= 1;
    }
    return last == 0 && MessageDigest.isEqual(hash, root);
  }

  static boolean continues(
      byte[] oldRoot, long before, byte[] newRoot, long size, List<byte[]> proof) {
    if (before == size) {
      return proof.isEmpty() && MessageDigest.isEqual(oldRoot, newRoot);
    }
    if (before <= 0 || before > size) {
      return false;
    }
    var hashes = new ArrayList<>(proof);
    if (Long.bitCount(before) == 1) {
      hashes.addFirst(oldRoot);
    }
    if (hashes.isEmpty()) {
      return false;
    }
    var position = before - 1;
    var last = size - 1;
    while ((position & 1) == 1) {
      position >>= 1;
      last >>= 1;
    }
    var old = hashes.getFirst();
    var now = hashes.getFirst();
    for (var beside : hashes.subList(1, hashes.size())) {
      if (last == 0) {
        return false;
      }
      if ((position & 1) == 1 || position == last) {
        old = node(beside, old);
        now = node(beside, now);
        while ((position & 1) == 0 && position != 0) {
          position >>= 1;
          last >>= 1;
        }
      } else {
        now = node(now, beside);
      }
      position >>= 1;
      last >>= 1;
    }
    return last == 0 && MessageDigest.isEqual(old, oldRoot) && MessageDigest.isEqual(now, newRoot);
  }
}
