package vn.ansinh.imports;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws values in proportion to their weights. */
final class Weighted<T> {

  /** A value and how often it comes, relative to the others. */
  record Entry<T>(T value, int weight) {}

  private final List<T> values;
  private final int[] upTo;

  Weighted(Collection<Entry<T>> entries) {
    values = entries.stream().map(Entry::value).toList();
    upTo = entries.stream().mapToInt(Entry::weight).toArray();
    Arrays.parallelPrefix(upTo, Integer::sum);
  }

  T draw(RandomGenerator random) {
    int found = Arrays.binarySearch(upTo, random.nextInt(upTo[upTo.length - 1]) + 1);
    return values.get(found >= 0 ? found : -found - 1);
  }
}
