package vn.ansinh.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps us from running against another organisation's system that is down: after three breakdowns
 * in a row nothing is tried for five seconds, then a single try, and while that fails the pause
 * doubles up to a minute. Thread-safe.
 */
public final class CircuitBreaker {

  private static final int TOLERATED = 3;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Clock clock;
  private int breakdowns;
  private Instant closedUntil = Instant.MIN;
  private boolean probing;

  public CircuitBreaker(Clock clock) {
    this.clock = clock;
  }

  /** How many tries there may be now, {@code wanted} at most. */
  public synchronized int room(int wanted) {
    if (breakdowns < TOLERATED) {
      return wanted;
    }
    return probing || clock.instant().isBefore(closedUntil) ? 0 : Math.min(1, wanted);
  }

  /** To be called when tries that there was room for begin. */
  public synchronized void started() {
    probing = breakdowns >= TOLERATED;
  }

  /** Room for one, taken in the same step: of many callers only one gets the try after a pause. */
  public synchronized boolean enter() {
    if (room(1) == 0) {
      return false;
    }
    started();
    return true;
  }

  public synchronized void worked() {
    breakdowns = 0;
    probing = false;
  }

  public synchronized void brokeDown() {
    breakdowns++;
    probing = false;
    if (breakdowns >= TOLERATED) {
      var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(breakdowns - TOLERATED, 10));
      closedUntil =
          clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }
  }

  public synchronized boolean isOpen() {
    return breakdowns >= TOLERATED;
  }
}
