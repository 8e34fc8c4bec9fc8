package vn.ansinh.files;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.files.PaperReading.Outcome;
import vn.ansinh.files.ReadingStore.Due;
import vn.ansinh.imaging.CodeSearch;
import vn.ansinh.imaging.Imaging;
import vn.ansinh.imaging.LineSearch;
import vn.ansinh.platform.Wiped;
import vn.ansinh.reading.CardCodes;

/**
 * Reads photos of papers that are safe, one at a time: taken under a lease, looked at by a worker,
 * kept with the photo's row. Both sides are searched for both, as cards differ in where they bear
 * what, and photos are mixed up. One that costs a worker is tried again, each time later, while
 * others go first; after the last try it counts as read: it is only a service. Who is so slow that
 * another has taken the photo meanwhile leaves the result to that one.
 */
@Component
class PaperReader {

  private static final Logger LOG = LoggerFactory.getLogger(PaperReader.class);

  /** Nobody waits; those who draw pictures stand in the same line. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Attempt NOTHING =
      new Attempt(new PaperReading(null, null, Outcome.NONE), false);

  private static final PaperReading UNREADABLE = new PaperReading(null, null, Outcome.UNREADABLE);

  /** As many pauses until the storage is asked for the same photo again; others go first. */
  private static final int STORAGE_PAUSES = 30;

  private final ReadingStore store;
  private final PaperReadings readings;
  private final SealedContents contents;
  private final Damage damage;
  private final Imaging imaging;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;
  private final FilesSettings settings;

  PaperReader(
      ReadingStore store,
      PaperReadings readings,
      SealedContents contents,
      Damage damage,
      Imaging imaging,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Audit audit,
      Clock clock,
      FilesSettings settings) {
    this.store = store;
    this.readings = readings;
    this.contents = contents;
    this.damage = damage;
    this.imaging = imaging;
    this.transaction = transaction;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * @param crashed whether it cost a worker; then the reading holds what could be had all the same
   */
  private record Attempt(PaperReading reading, boolean crashed) {}

  /**
   * One round.
   *
   * @return whether there was anything to read
   * @throws RuntimeException when no worker can be had, or the storage is out of reach; what was
   *     taken is given back
   */
  boolean round() {
    var now = clock.instant();
    var due = store.take(1, now, now.plus(lease()));
    due.forEach(this::read);
    return !due.isEmpty();
  }

  /** Longer than two looks at a photo take at worst; the rest is for the storage. */
  private Duration lease() {
    return PATIENCE.plus(imaging.longest()).multipliedBy(2).plus(settings.lease());
  }

  private void read(Due due) {
    try {
      attempt(due.id())
          .ifPresentOrElse(it -> decide(due, it), () -> giveBack(due, 0, settings.retryAfter()));
    } catch (FilesException e) {
      giveBack(due, 0, settings.retryAfter().multipliedBy(STORAGE_PAUSES));
      throw e;
    } catch (RuntimeException e) {
      giveBack(due, 0, settings.retryAfter());
      throw e;
    }
  }

  private void decide(Due due, Attempt attempt) {
    int crashes = due.crashes() + 1;
    if (attempt.crashed() && crashes < settings.crashesAllowed()) {
      giveBack(due, 1, settings.retryAfter().multipliedBy(1L << 2 * crashes));
      return;
    }
    if (attempt.crashed()) {
      LOG.error("photo {} is not read: it cost {} image workers", due.id().value(), crashes);
    }
    keep(due, attempt.reading());
  }

  private void giveBack(Due due, int lost, Duration pause) {
    store.giveBack(due, lost, clock.instant().plus(pause));
  }

  /** Empty when no worker got free. */
  private Optional<Attempt> attempt(FileId id) {
    Optional<byte[]> jpeg;
    try {
      jpeg = contents.read(id);
    } catch (IllegalStateException _) {
      var _ = damage.seen(id, "a picture was altered in its storage");
      return Optional.of(new Attempt(UNREADABLE, false));
    }
    return jpeg.map(it -> Wiped.after(it, this::attempt)).orElse(Optional.of(NOTHING));
  }

  private Optional<Attempt> attempt(byte[] jpeg) {
    return imaging.readLines(jpeg, PATIENCE).flatMap(lines -> attempt(jpeg, lines));
  }

  /** A worker lost is counted before a second one is risked. */
  private Optional<Attempt> attempt(byte[] jpeg, LineSearch lines) {
    return lines instanceof LineSearch.Crashed
        ? Optional.of(new Attempt(UNREADABLE, true))
        : imaging
            .readCode(jpeg, FilesSettings.LONG_SIDE, PATIENCE)
            .map(code -> attempt(lines, code));
  }

  private static Attempt attempt(LineSearch lines, CodeSearch code) {
    var reading =
        switch (lines) {
          case LineSearch.Read(var text) -> new PaperReading(text(code), text, Outcome.READ);
          case LineSearch.Unreadable _, LineSearch.Crashed _ ->
              new PaperReading(text(code), null, Outcome.UNREADABLE);
          case LineSearch.None _ -> new PaperReading(text(code), null, Outcome.NONE);
          case LineSearch.Unable _ -> new PaperReading(text(code), null, Outcome.UNABLE);
        };
    return new Attempt(reading, code instanceof CodeSearch.Crashed);
  }

  /** Not longer than any card's code. */
  private static @Nullable String text(CodeSearch search) {
    return search instanceof CodeSearch.Found(var text)
            && text.length() <= CardCodes.LONGEST
            && text.indexOf('\u0000') < 0
        ? text
        : null;
  }

  /** Told first, because submissions lock the draft before its pictures; undone if it is not so. */
  void keep(Due due, PaperReading reading) {
    transaction.executeWithoutResult(
        status -> {
          audit.record("PAPER_READ", Actor.SYSTEM, Subject.of("file", due.id().value()));
          if (reading.saysSomething()) {
            events.publishEvent(new PaperRead(due.id(), due.holder()));
          }
          var sealed = readings.sealed(due.id(), reading);
          if (!store.put(due, reading.outcome(), sealed, clock.instant())) {
            status.setRollbackOnly();
          }
        });
  }
}
