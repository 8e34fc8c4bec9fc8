package vn.ansinh.files;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.ansinh.imaging.Imaging;

/**
 * Keeps this node's image workers busy: two threads for each, so that one writes while the other's
 * picture is being drawn. Stops after the web server and before the workers.
 */
@Component
class SafekeepingThreads implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(SafekeepingThreads.class);

  private final Safekeeping safekeeping;
  private final SafekeepingBell bell;
  private final FilesSettings settings;
  private final int count;
  private List<Thread> threads = List.of();
  private volatile CountDownLatch stopping = new CountDownLatch(0);

  SafekeepingThreads(
      Safekeeping safekeeping, SafekeepingBell bell, FilesSettings settings, Imaging imaging) {
    this.safekeeping = safekeeping;
    this.bell = bell;
    this.settings = settings;
    this.count = 2 * imaging.processes();
  }

  @Override
  public synchronized void start() {
    if (!settings.safekeeping() || isRunning()) {
      return;
    }
    stopping = new CountDownLatch(1);
    var started = new ArrayList<Thread>();
    for (int i = 0; i < count; i++) {
      started.add(Thread.ofVirtual().name("safekeeping-" + i).start(this::work));
    }
    started.add(Thread.ofVirtual().name("safekeeping-leases").start(this::renew));
    threads = started;
  }

  private void work() {
    @Nullable String problem = null;
    while (isRunning()) {
      try {
        if (safekeeping.round() == 0) {
          bell.await(settings.poll());
        }
        problem = null;
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // Once for each new reason: what is out of reach stays so for a while.
        if (isRunning() && !e.toString().equals(problem)) {
          LOG.error("pictures cannot be made safe now", e);
          problem = e.toString();
        }
        pause(settings.retryAfter());
      }
    }
  }

  private void renew() {
    while (isRunning()) {
      pause(settings.lease().dividedBy(3));
      try {
        safekeeping.renewLeases();
      } catch (RuntimeException e) {
        // The threads themselves say so.
        LOG.debug("leases could not be renewed", e);
      }
    }
  }

  /** Until it is time to stop, at most so long. */
  private void pause(Duration duration) {
    try {
      var _ = stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void stop() {
    // Not by interrupting: that would close connections and files under way.
    stopping.countDown();
    threads.forEach(_ -> bell.ring());
    for (var thread : threads) {
      try {
        thread.join(settings.lease());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    threads = List.of();
  }

  @Override
  public boolean isRunning() {
    return stopping.getCount() > 0;
  }

  @Override
  public int getPhase() {
    return Imaging.PHASE + 1;
  }
}
