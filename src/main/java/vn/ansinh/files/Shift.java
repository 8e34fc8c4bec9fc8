package vn.ansinh.files;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads of this node that do the same work over and over until they are told to stop. Trouble is
 * said once for each new reason, and work goes on after a pause: what is out of reach stays so for
 * a while. May be started again after it was stopped.
 */
final class Shift {

  private static final Logger LOG = LoggerFactory.getLogger(Shift.class);

  private final String trouble;
  private final Duration afterTrouble;
  private final List<Thread> threads = new ArrayList<>();
  private volatile CountDownLatch stopping = new CountDownLatch(0);

  /** One round of work; waits by itself where there is nothing to do. */
  interface Round {
    void take() throws InterruptedException;
  }

  /**
   * @param trouble what the log says when a round fails
   * @param afterTrouble how long a thread rests then
   */
  Shift(String trouble, Duration afterTrouble) {
    this.trouble = trouble;
    this.afterTrouble = afterTrouble;
  }

  /** Whether it began now; false while it is under way. */
  synchronized boolean begin() {
    if (isRunning()) {
      return false;
    }
    stopping = new CountDownLatch(1);
    return true;
  }

  synchronized void add(String name, int count, Round round) {
    for (int i = 0; i < count; i++) {
      threads.add(Thread.ofVirtual().name(name + "-" + i).start(() -> work(round)));
    }
  }

  /** Until it is time to stop, at most so long. */
  void pause(Duration duration) {
    try {
      var _ = stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Lets each thread end its round, and waits for it.
   *
   * @param longest for each thread
   * @param wake gets one that has nothing to do out of its wait
   */
  synchronized void end(Duration longest, Runnable wake) {
    // Not by interrupting: that would close connections and files under way.
    stopping.countDown();
    threads.forEach(_ -> wake.run());
    for (var thread : threads) {
      try {
        thread.join(longest);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    threads.clear();
  }

  boolean isRunning() {
    return stopping.getCount() > 0;
  }

  private void work(Round round) {
    @Nullable String problem = null;
    while (isRunning()) {
      try {
        round.take();
        problem = null;
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (isRunning() && !e.toString().equals(problem)) {
          LOG.error(trouble, e);
          problem = e.toString();
        }
        pause(afterTrouble);
      }
    }
  }
}
