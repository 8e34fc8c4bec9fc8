package vn.ansinh.imports;

/** Numbers to lines without boxing; for one use with a known number of entries. */
final class LongMap {

  private final long[] keys;
  private final long[] values;
  private final int mask;

  /**
   * @param entries the most that will be put
   */
  LongMap(int entries) {
    int size = Integer.highestOneBit(Math.max(8, entries)) << 2;
    keys = new long[size];
    values = new long[size];
    mask = size - 1;
  }

  /** The value that is there already, else {@code value}. Keys from 0. */
  long putIfAbsent(long key, long value) {
    long stored = key + 1;
    int slot = (int) ((stored * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (keys[slot] != 0) {
      if (keys[slot] == stored) {
        return values[slot];
      }
      slot = (slot + 1) & mask;
    }
    keys[slot] = stored;
    values[slot] = value;
    return value;
  }
}
