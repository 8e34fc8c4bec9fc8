package vn.ansinh.files;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import vn.ansinh.reading.CardCodes;

/**
 * Reads photos of papers that are safe, one at a time: taken under a lease, looked at by a worker,
 * kept with the photo's row. Both sides are searched for both, as cards differ in where they bear
 * what, and photos are mixed up. One that costs a worker counts as read: it is only a service.
 */
@Component
class PaperReader {

  /** Nobody waits; those who draw pictures stand in the same line. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final PaperReading NOTHING = new PaperReading(null, null, Outcome.NONE);

  private final ReadingStore store;
  private final PaperReadings readings;
  private final SealedContents contents;
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
      Imaging imaging,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Audit audit,
      Clock clock,
      FilesSettings settings) {
    this.store = store;
    this.readings = readings;
    this.contents = contents;
    this.imaging = imaging;
    this.transaction = transaction;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * One round.
   *
   * @return whether there was anything to read
   * @throws RuntimeException when no worker can be had, or the storage is out of reach; what was
   *     taken is given back
   */
  boolean round() {
    var now = clock.instant();
    var due = store.take(1, now, now.plus(settings.lease().multipliedBy(2)));
    due.forEach(this::read);
    return !due.isEmpty();
  }

  private void read(Due due) {
    try {
      keep(due, contents.read(due.id()).map(this::reading).orElse(NOTHING));
    } catch (RuntimeException e) {
      store.giveBack(due.id(), clock.instant().plus(settings.retryAfter()));
      throw e;
    }
  }

  private PaperReading reading(byte[] jpeg) {
    var lines = imaging.readLines(jpeg, PATIENCE).orElseGet(LineSearch.Unreadable::new);
    var code = imaging.readCode(jpeg, FilesSettings.LONG_SIDE, PATIENCE);
    return switch (lines) {
      case LineSearch.Read(var text) -> new PaperReading(text(code), text, Outcome.READ);
      case LineSearch.Unreadable _ -> new PaperReading(text(code), null, Outcome.UNREADABLE);
      case LineSearch.None _ -> new PaperReading(text(code), null, Outcome.NONE);
      case LineSearch.Unable _ -> new PaperReading(text(code), null, Outcome.UNABLE);
    };
  }

  /** Not longer than any card's code. */
  private static @Nullable String text(Optional<CodeSearch> search) {
    return search.orElse(null) instanceof CodeSearch.Found(var text)
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
          if (!store.put(due.id(), reading.outcome(), sealed, clock.instant())) {
            status.setRollbackOnly();
          }
        });
  }
}
