package vn.ansinh.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps the relay from running against a transport that is down: after three breakdowns in a row
 * nothing is tried for five seconds, then a single message, and while that fails the pause doubles
 * up to a minute. Thread-safe.
 */
final class CircuitBreaker {

  private static final int TOLERATED = 3;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Clock clock;
  private int breakdowns;
  private Instant closedUntil = Instant.MIN;
  private boolean probing;

  CircuitBreaker(Clock clock) {
    this.clock = clock;
  }

  /** How many messages may be tried now, {@code wanted} at most. */
  synchronized int room(int wanted) {
    if (breakdowns < TOLERATED) {
      return wanted;
    }
    return probing || clock.instant().isBefore(closedUntil) ? 0 : Math.min(1, wanted);
  }

  /** To be called when messages have been taken in hand. */
  synchronized void started() {
    probing = breakdowns >= TOLERATED;
  }

  synchronized void worked() {
    breakdowns = 0;
    probing = false;
  }

  synchronized void brokeDown() {
    breakdowns++;
    probing = false;
    if (breakdowns >= TOLERATED) {
      var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(breakdowns - TOLERATED, 10));
      closedUntil =
          clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }
  }

  synchronized boolean isOpen() {
    return breakdowns >= TOLERATED;
  }
}
