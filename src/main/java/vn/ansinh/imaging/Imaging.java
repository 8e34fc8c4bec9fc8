package vn.ansinh.imaging;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
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
import vn.ansinh.imaging.Measures.Motif;
import vn.ansinh.platform.Overloaded;

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

  /** What somebody who waits for a page waits for a process at most. */
  private static final Duration SOON = Duration.ofSeconds(4);

  /** No further try to find a code begins after this; a single one takes less than a second. */
  private static final Duration LOOKING = Duration.ofSeconds(3);

  /** The same for a picture nobody waits for, which is one of many and rarely bears one. */
  private static final Duration READING = Duration.ofMillis(1500);

  /** Half a second on an idle processor; more only where others go first. */
  private static final Duration READING_LINES = Duration.ofSeconds(5);

  private static final Duration HURRIED = Duration.ofSeconds(10);

  private final ImagingSettings settings;
  private final Semaphore places;
  private final Semaphore visitors;
  private final ConcurrentLinkedDeque<WorkerProcess> idle = new ConcurrentLinkedDeque<>();
  private final StartPause pause = new StartPause();
  private final AtomicLong crashes = new AtomicLong();
  private @Nullable ScheduledExecutorService timer;
  private @Nullable WorkerCommand command;
  private volatile String confinement = "unknown";
  private volatile String readsLines = "unknown";

  Imaging(ImagingSettings settings) {
    this.settings = settings;
    this.places = new Semaphore(settings.processes(), true);
    this.visitors = new Semaphore(Math.max(1, settings.processes() - 1), true);
  }

  /**
   * Draws a picture anew, upright, without metadata, as a JPEG of quality 85.
   *
   * @throws ImagingException when no worker can be had; the picture has not been tried then
   */
  public Drawn draw(Original original) {
    places.acquireUninterruptibly();
    try {
      var question = DrawOperation.question(original);
      return answer(DrawOperation.CODE, settings.timeout(), question, original.bytes())
          .<Drawn>map(
              it ->
                  it.code() == Frames.DONE
                      ? DrawOperation.picture(it.content())
                      : new Drawn.Broken())
          .orElseGet(Drawn.Crashed::new);
    } finally {
      places.release();
    }
  }

  /**
   * Looks for a QR code in a picture somebody waits for. Takes some seconds at most; all who ask
   * together leave one process to those who {@link #draw}, where there is more than one.
   *
   * @throws Overloaded when no process gets free soon
   * @throws ImagingException when no worker can be had; the picture has not been tried then
   */
  public CodeSearch findCode(Original original) {
    var until = System.nanoTime() + SOON.toNanos();
    acquire(visitors, until);
    try {
      acquire(places, until);
      try {
        var question = CodeOperation.question(original, LOOKING);
        return answer(CodeOperation.CODE, hurried(), question, original.bytes())
            .<CodeSearch>map(
                it ->
                    it.code() == Frames.DONE
                        ? CodeOperation.found(it.content())
                        : new CodeSearch.Broken())
            .orElseGet(CodeSearch.Crashed::new);
      } finally {
        places.release();
      }
    } finally {
      visitors.release();
    }
  }

  /**
   * Measures a picture that has been drawn anew, for advice: under load nothing is measured rather
   * than anybody kept waiting.
   *
   * @param patience for a process to get free
   * @return empty when none did, or when the picture cannot be measured
   * @throws ImagingException when no worker can be had
   */
  public Optional<Measures> measure(Motif motif, byte[] jpeg, Duration patience) {
    if (!free(patience)) {
      return Optional.empty();
    }
    try {
      return answer(MeasureOperation.CODE, hurried(), MeasureOperation.question(motif), jpeg)
          .filter(it -> it.code() == Frames.DONE)
          .map(it -> Measures.read(it.content()));
    } finally {
      places.release();
    }
  }

  /**
   * Reads the machine lines on a card in a picture that has been drawn anew.
   *
   * @param patience for a process to get free
   * @return empty when none did, or when the process was lost over it
   * @throws ImagingException when no worker can be had
   */
  public Optional<LineSearch> readLines(byte[] jpeg, Duration patience) {
    return searched(LinesOperation.CODE, LinesOperation.question(READING_LINES), jpeg, patience)
        .map(
            it ->
                it.code() == Frames.DONE
                    ? LinesOperation.found(it.content())
                    : new LineSearch.None());
  }

  /**
   * Looks for a QR code in a picture that has been drawn anew, while nobody waits.
   *
   * @param patience for a process to get free
   * @return empty when none did, or when the process was lost over it
   * @throws ImagingException when no worker can be had
   */
  public Optional<CodeSearch> readCode(byte[] jpeg, int longSide, Duration patience) {
    var original = new Original(Original.Format.JPEG, 1, longSide, jpeg);
    return searched(CodeOperation.CODE, CodeOperation.question(original, READING), jpeg, patience)
        .map(
            it ->
                it.code() == Frames.DONE
                    ? CodeOperation.found(it.content())
                    : new CodeSearch.Broken());
  }

  private Optional<Frames.Frame> searched(
      byte operation, byte[] question, byte[] jpeg, Duration patience) {
    if (!free(patience)) {
      return Optional.empty();
    }
    try {
      return answer(operation, hurried(), question, jpeg);
    } finally {
      places.release();
    }
  }

  private boolean free(Duration patience) {
    try {
      return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Duration hurried() {
    return settings.timeout().compareTo(HURRIED) < 0 ? settings.timeout() : HURRIED;
  }

  private static void acquire(Semaphore semaphore, long until) {
    try {
      if (semaphore.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new Overloaded("look for a code in a picture");
  }

  /** Empty when the worker was lost over it. To be called by who holds a place. */
  private Optional<Frames.Frame> answer(byte operation, Duration limit, byte[]... question) {
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

  /**
   * Whether the machine lines of cards are read on this machine: {@code yes}, {@code no} where
   * Tesseract or its data are missing, {@code unknown} before the first worker.
   */
  public String readsLines() {
    return readsLines;
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
