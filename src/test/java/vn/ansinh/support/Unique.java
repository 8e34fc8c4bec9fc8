package vn.ansinh.support;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers no other test of this process gets: counted on from a random start, since thousands drawn
 * at random from a million do meet.
 */
public final class Unique {

  private static final AtomicLong NEXT =
      new AtomicLong(ThreadLocalRandom.current().nextLong(1_000_000_000L));

  private Unique() {}

  /** So many decimal digits, zeros in front; they come round again when all were given. */
  public static String digits(int count) {
    long all = 1;
    for (int i = 0; i < count; i++) {
      all *= 10;
    }
    return ("%0" + count + "d").formatted(NEXT.getAndIncrement() % all);
  }
}
