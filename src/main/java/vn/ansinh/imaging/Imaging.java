package vn.ansinh.imaging;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/**
 * Has pictures worked on by processes that may die of them. As many at once as there are processors
 * (or as set); processes are started when first needed, used again, replaced when they die, and
 * ended when nobody needs them. Safe for any number of callers, who wait for a free process.
 */
@Service
public class Imaging implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Imaging.class);

  /** Stops after those who use it. */
  public static final int PHASE = 1000;

  private final ImagingSettings settings;
  private final Semaphore places;
  private final ConcurrentLinkedDeque<WorkerProcess> idle = new ConcurrentLinkedDeque<>();
  private final StartPause pause = new StartPause();
  private final AtomicLong crashes = new AtomicLong();
  private @Nullable ScheduledExecutorService timer;
  private @Nullable WorkerCommand command;
  private volatile String confinement = "unknown";

  Imaging(ImagingSettings settings) {
    this.settings = settings;
    this.places = new Semaphore(settings.processes(), true);
  }

  /**
   * Draws a picture anew, upright, without metadata, as a JPEG of quality 85.
   *
   * @throws ImagingException when no worker can be had; the picture has not been tried then
   */
  public Drawn draw(Original original) {
    places.acquireUninterruptibly();
    try {
      var worker = worker();
      try {
        var answer =
            worker.ask(
                DrawOperation.CODE,
                settings.timeout(),
                DrawOperation.question(original),
                original.bytes());
        var drawn =
            answer.code() == Frames.DONE
                ? DrawOperation.picture(answer.content())
                : new Drawn.Broken();
        idle.push(worker);
        return drawn;
      } catch (IOException | RuntimeException e) {
        worker.end();
        crashes.incrementAndGet();
        LOG.warn("an image worker ended over a picture: {} {}", e, worker.lastWords());
        return new Drawn.Crashed();
      }
    } finally {
      places.release();
    }
  }

  /** How many pictures are worked on at the same time. */
  public int processes() {
    return settings.processes();
  }

  /** How many processes have ended over pictures since the start. */
  public long crashes() {
    return crashes.get();
  }

  /**
   * What the workers are confined by, as the last one started has found it to be: {@code
   * no-network}, {@code memory}, {@code system-calls}, {@code nothing}; {@code unknown} before the
   * first.
   */
  public String confinement() {
    return confinement;
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

  @Override
  public synchronized void start() {
    if (timer == null) {
      timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
      long every = Math.max(1000, settings.idle().toMillis() / 2);
      timer.scheduleWithFixedDelay(
          () -> endIdle(settings.idle()), every, every, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public synchronized void stop() {
    if (timer != null) {
      timer.shutdownNow();
      timer = null;
      endIdle(Duration.ZERO);
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return timer != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
