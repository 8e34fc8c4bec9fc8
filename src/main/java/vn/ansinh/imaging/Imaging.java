package vn.ansinh.imaging;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;
import vn.ansinh.imaging.Measures.Motif;
import vn.ansinh.platform.Overloaded;
import vn.ansinh.platform.Wiped;

/**
 * Has pictures worked on by processes that may die of them. As many at once as there are processors
 * (or as set); processes are started when first needed, used again, replaced when they die, and
 * ended when nobody needs them. Safe for any number of callers, who wait for a free process.
 */
@Service
public class Imaging implements SmartLifecycle {

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

  /** So many times what a picture may take of a processor passes before the clock counts. */
  private static final int PATIENCE = 4;

  private final ImagingSettings settings;
  private final Semaphore places;
  private final Semaphore visitors;
  private final WorkerPool pool;

  Imaging(ImagingSettings settings) {
    this.settings = settings;
    this.pool = new WorkerPool(settings);
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
      return pool.ask(DrawOperation.CODE, patient(), question, original.bytes())
          .map(it -> Imaging.<Drawn>done(it, DrawOperation::picture).orElseGet(Drawn.Broken::new))
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
        var question = CodeOperation.question(original, LOOKING, true);
        return code(pool.ask(CodeOperation.CODE, hurried(), question, original.bytes()));
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
      return pool.ask(MeasureOperation.CODE, hurried(), MeasureOperation.question(motif), jpeg)
          .flatMap(it -> done(it, Measures::read));
    } finally {
      places.release();
    }
  }

  /**
   * Reads the machine lines on a card in a picture that has been drawn anew.
   *
   * @param patience for a process to get free
   * @return empty when none did; the picture has not been tried then
   * @throws ImagingException when no worker can be had; nor then
   */
  public Optional<LineSearch> readLines(byte[] jpeg, Duration patience) {
    if (!free(patience)) {
      return Optional.empty();
    }
    try {
      var question = LinesOperation.question(READING_LINES);
      return Optional.of(
          pool.ask(LinesOperation.CODE, patient(), question, jpeg)
              .map(it -> done(it, LinesOperation::found).orElseGet(LineSearch.None::new))
              .orElseGet(LineSearch.Crashed::new));
    } finally {
      places.release();
    }
  }

  /**
   * Looks for a QR code in a picture that has been drawn anew, while nobody waits.
   *
   * @param patience for a process to get free
   * @return empty when none did; the picture has not been tried then
   * @throws ImagingException when no worker can be had; nor then
   */
  public Optional<CodeSearch> readCode(byte[] jpeg, int longSide, Duration patience) {
    if (!free(patience)) {
      return Optional.empty();
    }
    try {
      var question =
          CodeOperation.question(
              new Original(Original.Format.JPEG, 1, longSide, jpeg), READING, false);
      return Optional.of(code(pool.ask(CodeOperation.CODE, patient(), question, jpeg)));
    } finally {
      places.release();
    }
  }

  private static CodeSearch code(Optional<Frames.Frame> answer) {
    return answer
        .map(it -> done(it, CodeOperation::found).orElseGet(CodeSearch.Broken::new))
        .orElseGet(CodeSearch.Crashed::new);
  }

  /** Empty when it was refused; zeros are left of the frame. */
  private static <T> Optional<T> done(Frames.Frame answer, Function<byte[], T> use) {
    return answer.code() == Frames.DONE
        ? Optional.of(Wiped.after(answer.content(), use))
        : Optional.empty();
  }

  private boolean free(Duration patience) {
    try {
      return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * How long a caller who has got a process is kept at most, by the clock: until a new one is
   * ready, and until it has answered or is ended.
   */
  public Duration longest() {
    return settings.startup().plus(patient());
  }

  /**
   * Where nobody waits. The worker ends itself when it has had the processor for the time a picture
   * may take; that is over sooner unless people who do wait keep the processors busy, or it stalls
   * without computing.
   */
  private Duration patient() {
    return settings.timeout().multipliedBy(PATIENCE);
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

  /** How many pictures are worked on at the same time. */
  public int processes() {
    return settings.processes();
  }

  /** How many processes have ended over pictures since the start. */
  public long crashes() {
    return pool.crashes();
  }

  /**
   * What the workers are confined by, as the last one started has found it to be: {@code
   * no-network}, {@code memory}, {@code system-calls}, {@code nothing}; {@code unknown} before the
   * first.
   */
  public String confinement() {
    return pool.confinement();
  }

  /**
   * Whether the machine lines of cards are read on this machine: {@code yes}, {@code no} where
   * Tesseract or its data are missing, {@code unknown} before the first worker.
   */
  public String readsLines() {
    return pool.readsLines();
  }

  @Override
  public void start() {
    pool.start();
  }

  @Override
  public void stop() {
    pool.stop();
  }

  @Override
  public boolean isRunning() {
    return pool.isRunning();
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
