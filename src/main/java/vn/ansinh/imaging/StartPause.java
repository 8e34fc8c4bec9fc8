package vn.ansinh.imaging;

import java.time.Duration;

/**
 * How long nobody tries to start a worker after one could not be started. Safe for many callers.
 */
final class StartPause {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private Duration pause = Duration.ZERO;
  private long until = System.nanoTime();

  synchronized void check() {
    if (System.nanoTime() - until < 0) {
      throw new ImagingException("no image worker could be started a moment ago");
    }
  }

  synchronized void over() {
    pause = Duration.ZERO;
  }

  synchronized Duration longer() {
    pause = pause.isZero() ? FIRST : pause.multipliedBy(2);
    if (pause.compareTo(LONGEST) > 0) {
      pause = LONGEST;
    }
    until = System.nanoTime() + pause.toNanos();
    return pause;
  }
}
