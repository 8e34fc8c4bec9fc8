package vn.ansinh.canary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Looks for many values in one pass: four bytes of each are looked up at every place. */
final class Needles {

  private static final int KEY = 4;

  /**
   * @param from where the four bytes begin; not at a zero, of which files are full
   */
  private record Needle(String name, byte[] value, int from) {}

  private final boolean[] likely = new boolean[1 << 16];
  private final Map<Integer, List<Needle>> byKey = new HashMap<>();

  void add(String name, byte[] value) {
    int from = value[0] == 0 ? 1 : 0;
    int key = key(value, from);
    likely[slot(key)] = true;
    byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Needle(name, value, from));
  }

  void find(byte[] content, int length, Consumer<String> found) {
    int key = length < KEY ? 0 : key(content, 0) >>> 8;
    for (int at = 0; at <= length - KEY; at++) {
      key = key << 8 | content[at + KEY - 1] & 0xff;
      if (likely[slot(key)]) {
        for (var needle : byKey.getOrDefault(key, List.of())) {
          if (stands(needle, content, length, at - needle.from())) {
            found.accept(needle.name());
          }
        }
      }
    }
  }

  private static boolean stands(Needle needle, byte[] content, int length, int start) {
    var value = needle.value();
    return start >= 0
        && start + value.length <= length
        && Arrays.equals(content, start, start + value.length, value, 0, value.length);
  }

  private static int key(byte[] bytes, int at) {
    return bytes[at] << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }

  private static int slot(int key) {
    return (key * 0x9E3779B1) >>> 16;
  }
}
