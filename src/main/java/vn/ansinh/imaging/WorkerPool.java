package vn.ansinh.imaging;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processes themselves: started when first needed, used again, replaced when they die, ended
 * when nobody needs them. How many there are is for those to decide who ask. Safe for many callers.
 */
final class WorkerPool {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);

  private final ImagingSettings settings;
  private final ConcurrentLinkedDeque<WorkerProcess> idle = new ConcurrentLinkedDeque<>();
  private final StartPause pause = new StartPause();
  private final AtomicLong crashes = new AtomicLong();
  private @Nullable ScheduledExecutorService timer;
  private @Nullable WorkerCommand command;
  private volatile String confinement = "unknown";
  private volatile String readsLines = "unknown";

  WorkerPool(ImagingSettings settings) {
    this.settings = settings;
  }

  /**
   * @return empty when the process was lost over it
   * @throws ImagingException when none can be had
   */
  Optional<Frames.Frame> ask(byte operation, Duration limit, byte[]... question) {
    var worker = worker();
    try {
      var answer = worker.ask(operation, limit, question);
      idle.push(worker);
      return Optional.of(answer);
    } catch (IOException | RuntimeException e) {
      worker.end();
      crashes.incrementAndGet();
      LOG.warn("an image worker ended over a picture: {} {}", e, worker.lastWords());
      return Optional.empty();
    }
  }

  long crashes() {
    return crashes.get();
  }

  String confinement() {
    return confinement;
  }

  String readsLines() {
    return readsLines;
  }

  synchronized void start() {
    if (timer == null) {
      timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
      long every = Math.max(1000, settings.idle().toMillis() / 2);
      timer.scheduleWithFixedDelay(
          () -> endIdle(settings.idle()), every, every, TimeUnit.MILLISECONDS);
    }
  }

  synchronized void stop() {
    if (timer != null) {
      timer.shutdownNow();
      timer = null;
      endIdle(Duration.ZERO);
    }
  }

  synchronized boolean isRunning() {
    return timer != null;
  }

  private WorkerProcess worker() {
    for (var worker = idle.poll(); worker != null; worker = idle.poll()) {
      if (worker.isAlive()) {
        return worker;
      }
      worker.end();
    }
    var running = timer;
    if (running == null) {
      throw new ImagingException("image workers are not started");
    }
    pause.check();
    try {
      var worker = WorkerProcess.start(command(), running, settings.startup());
      pause.over();
      tell(worker);
      return worker;
    } catch (ImagingException e) {
      LOG.error("{}; the next try in {}", e.getMessage(), pause.longer());
      throw e;
    }
  }

  private synchronized WorkerCommand command() {
    var made = command;
    if (made == null) {
      made = new WorkerCommand(settings);
      command = made;
    }
    return made;
  }

  private void tell(WorkerProcess worker) {
    var reads = worker.readsLines() ? "yes" : "no";
    if (!reads.equals(readsLines)) {
      readsLines = reads;
      if (reads.equals("no")) {
        LOG.warn(
            "machine lines are not read from photos: Tesseract 5 or its English data are missing"
                + " (Debian: libtesseract5 tesseract-ocr-eng)");
      }
    }
    if (!worker.confinement().equals(confinement)) {
      confinement = worker.confinement();
      if (confinement.contains("no-network") || confinement.contains("system-calls")) {
        LOG.info("image workers are confined by: {}", confinement);
      } else {
        LOG.warn("image workers are NOT cut off from the network; confined by: {}", confinement);
      }
    }
  }

  private void endIdle(Duration after) {
    idle.removeIf(
        it -> {
          boolean unused = it.idle().compareTo(after) >= 0;
          if (unused) {
            it.end();
          }
          return unused;
        });
  }
}
