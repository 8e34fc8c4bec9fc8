package vn.ansinh.notifications;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a message waits after a failed try: doubling, capped, half of it by chance. */
final class Backoff {

  private static final Duration FIRST = Duration.ofSeconds(4);
  private static final Duration LONGEST = Duration.ofHours(1);

  private Backoff() {}

  /**
   * @param attempt the try that failed, from 1
   * @return between half of the nominal pause and all of it
   */
  static Duration after(int attempt, RandomGenerator random) {
    var doublings = Math.min(attempt - 1, 20);
    var nominal = Math.min(FIRST.toMillis() << doublings, LONGEST.toMillis());
    return Duration.ofMillis(nominal / 2 + random.nextLong(nominal / 2 + 1));
  }
}
