package vn.ansinh.files;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.files.FileStore.State;

/**
 * The nightly round, safe on many nodes at once: pictures nobody asked to keep go; content without
 * a row goes; unfinished writes go. A row without content is a loss, which is reported and left for
 * people to look into.
 */
@Component
class Sweep {

  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final int BATCH = 200;

  private final FileStore store;
  private final FileContents contents;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final FilesSettings settings;
  private final Retention retention;
  private final Audit audit;

  Sweep(
      FileStore store,
      FileContents contents,
      TransactionTemplate transaction,
      Clock clock,
      FilesSettings settings,
      Retention retention,
      Audit audit) {
    this.store = store;
    this.contents = contents;
    this.transaction = transaction;
    this.clock = clock;
    this.settings = settings;
    this.retention = retention;
    this.audit = audit;
  }

  @Scheduled(cron = "0 20 2 * * *", zone = "Asia/Ho_Chi_Minh")
  void everyNight() {
    eraseExpired();
    eraseOutlived();
    eraseStrays();
    var lost = countLost();
    if (lost > 0) {
      LOG.error("{} pictures have lost their content: restore them from the backup", lost);
    }
  }

  void eraseExpired() {
    erase("EXPIRED", () -> store.deleteExpired(clock.instant(), BATCH));
  }

  /** What has been kept as long as its kind may be. */
  void eraseOutlived() {
    for (var kind : FileKind.values()) {
      retention.of(kind).ifPresent(it -> eraseOutlived(State.SAFE, kind, it));
      eraseOutlived(State.REFUSED, kind, retention.refused());
      eraseOutlived(State.QUARANTINED, kind, retention.quarantined());
    }
  }

  private void eraseOutlived(State state, FileKind kind, Duration keptFor) {
    var before = clock.instant().minus(keptFor);
    erase("OUTLIVED", () -> store.deleteOutlived(state, kind, before, BATCH));
  }

  /** A line on the trail for each; the content after the row is gone for good. */
  private void erase(String why, Supplier<List<FileId>> delete) {
    List<FileId> gone;
    do {
      gone =
          transaction.execute(
              _ -> {
                var deleted = delete.get();
                deleted.forEach(it -> record(why, it));
                return deleted;
              });
      gone.forEach(contents::erase);
    } while (gone.size() == BATCH);
  }

  private void record(String why, FileId id) {
    audit.record(
        "PICTURE_ERASED", Actor.SYSTEM, Subject.of("file", id.value()), Map.of("why", why));
  }

  void eraseStrays() {
    var before = clock.instant().minus(settings.strayAfter());
    contents.eraseUnfinished(before);
    try (var written = contents.writtenBefore(before)) {
      var batches = written.gather(Gatherers.windowFixed(BATCH));
      batches.forEach(this::eraseStrays);
    }
  }

  private void eraseStrays(List<FileId> written) {
    var known = store.existing(written);
    written.stream().filter(it -> !known.contains(it)).forEach(contents::erase);
  }

  long countLost() {
    var before = clock.instant().minus(settings.strayAfter());
    long lost = 0;
    var batch = store.storedAfter(new FileId(new UUID(0, 0)), before, BATCH);
    while (!batch.isEmpty()) {
      lost += batch.stream().filter(contents::isMissing).count();
      batch = store.storedAfter(batch.getLast(), before, BATCH);
    }
    return lost;
  }
}
