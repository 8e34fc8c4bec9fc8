package vn.ansinh.files;

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
  private final Shift shift;

  SafekeepingThreads(
      Safekeeping safekeeping, SafekeepingBell bell, FilesSettings settings, Imaging imaging) {
    this.safekeeping = safekeeping;
    this.bell = bell;
    this.settings = settings;
    this.count = 2 * imaging.processes();
    this.shift = new Shift("pictures cannot be made safe now", settings.retryAfter());
  }

  @Override
  public void start() {
    if (settings.safekeeping() && shift.begin()) {
      shift.add("safekeeping", count, this::keep);
      shift.add("safekeeping-leases", 1, this::renew);
    }
  }

  private void keep() throws InterruptedException {
    if (safekeeping.round() == 0) {
      bell.await(settings.poll());
    }
  }

  private void renew() {
    shift.pause(settings.lease().dividedBy(3));
    try {
      safekeeping.renewLeases();
    } catch (RuntimeException e) {
      // The threads themselves say so.
      LOG.debug("leases could not be renewed", e);
    }
  }

  @Override
  public void stop() {
    shift.end(settings.lease(), bell::ring);
  }

  @Override
  public boolean isRunning() {
    return shift.isRunning();
  }

  @Override
  public int getPhase() {
    return Imaging.PHASE + 1;
  }
}
