package vn.ansinh.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Against the vectors that implementations of certificate transparency share, and at every size
 * from 1 to 130 against the definition of RFC 6962 and against itself.
 */
class MerkleTreeTest {

  private static final int LARGEST = 130;

  private static final List<String> ENTRIES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void the_empty_tree_has_the_known_root() {
    assertThat(hex(new Frontier().root()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void known_entries_have_the_known_roots() {
    var frontier = new Frontier();
    for (int i = 0; i < ENTRIES.size(); i++) {
      frontier.append(MerkleTree.leaf(HexFormat.of().parseHex(ENTRIES.get(i))));
      assertThat(hex(frontier.root())).isEqualTo(ROOTS.get(i));
    }
  }

  @Test
  void known_proofs_come_out_as_known() {
    var tree = new InMemory(known());
    assertThat(hex(MerkleTree.inclusion(0, 8, tree)))
        .containsExactly(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    assertThat(hex(MerkleTree.inclusion(5, 8, tree)))
        .containsExactly(
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    assertThat(hex(MerkleTree.consistency(6, 8, tree)))
        .containsExactly(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
  }

  @Test
  void every_entry_of_every_size_is_proved_and_nothing_else_is() {
    var stranger = MerkleTree.leaf(new byte[] {1, 2});
    for (int size = 1; size <= LARGEST; size++) {
      var leaves = leaves(size);
      var tree = new InMemory(leaves);
      var root = tree.hash(0, size);
      for (int i = 0; i < size; i++) {
        var path = MerkleTree.inclusion(i, size, tree);
        assertThat(MerkleTree.includes(root, size, i, leaves.get(i), path)).isTrue();
        assertThat(MerkleTree.includes(root, size, i, stranger, path)).isFalse();
        assertThat(MerkleTree.includes(root, size, i ^ 1, leaves.get(i), path)).isFalse();
        assertThat(MerkleTree.includes(root, size, i, leaves.get(i), longer(path))).isFalse();
        if (!path.isEmpty()) {
          assertThat(
                  MerkleTree.includes(
                      root, size, i, leaves.get(i), path.subList(0, path.size() - 1)))
              .isFalse();
        }
      }
    }
  }

  @Test
  void every_size_is_shown_to_continue_every_smaller_one_and_no_other() {
    for (int size = 1; size <= LARGEST; size++) {
      var tree = new InMemory(leaves(size));
      var root = tree.hash(0, size);
      for (int before = 1; before <= size; before++) {
        var old = tree.hash(0, before);
        var other = MerkleTree.leaf(old);
        var proof = MerkleTree.consistency(before, size, tree);
        assertThat(MerkleTree.continues(old, before, root, size, proof)).isTrue();
        assertThat(MerkleTree.continues(other, before, root, size, proof)).isFalse();
        assertThat(MerkleTree.continues(old, before, other, size, proof)).isFalse();
        assertThat(MerkleTree.continues(old, before, root, size, longer(proof))).isFalse();
      }
    }
  }

  @Test
  void the_right_edge_agrees_with_the_definition_at_every_size() {
    var leaves = leaves(LARGEST);
    var tree = new InMemory(leaves);
    var frontier = new Frontier();
    for (int size = 1; size <= LARGEST; size++) {
      frontier.append(
          leaves.get(size - 1),
          (level, position, hash) ->
              assertThat(hash).isEqualTo(tree.hash(position << level, (position + 1) << level)));
      assertThat(frontier.root()).isEqualTo(tree.hash(0, size));
      assertThat(Frontier.at(size, tree).root()).isEqualTo(frontier.root());
    }
  }

  /** Literally the definition; what was asked before is remembered. */
  record InMemory(List<byte[]> leaves, Map<Long, byte[]> known) implements MerkleTree.Ranges {

    InMemory(List<byte[]> leaves) {
      this(leaves, new HashMap<>());
    }

    @Override
    public byte[] hash(long from, long to) {
      if (to - from == 1) {
        return leaves.get((int) from);
      }
      var asked = known.get(from << 32 | to);
      if (asked == null) {
        long half = 1;
        while (half * 2 < to - from) {
          half *= 2;
        }
        asked = MerkleTree.node(hash(from, from + half), hash(from + half, to));
        known.put(from << 32 | to, asked);
      }
      return asked;
    }
  }

  private static List<byte[]> known() {
    return ENTRIES.stream().map(it -> MerkleTree.leaf(HexFormat.of().parseHex(it))).toList();
  }

  private static List<byte[]> leaves(int size) {
    return Stream.iterate(0, it -> it + 1)
        .limit(size)
        .map(it -> MerkleTree.leaf(new byte[] {(byte) (int) it}))
        .toList();
  }

  private static List<byte[]> longer(List<byte[]> proof) {
    var longer = new ArrayList<>(proof);
    longer.add(new byte[32]);
    return longer;
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  private static List<String> hex(List<byte[]> hashes) {
    return hashes.stream().map(MerkleTreeTest::hex).toList();
  }
}
