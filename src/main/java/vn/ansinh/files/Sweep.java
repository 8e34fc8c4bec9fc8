package vn.ansinh.files;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Gatherers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

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

  Sweep(
      FileStore store,
      FileContents contents,
      TransactionTemplate transaction,
      Clock clock,
      FilesSettings settings) {
    this.store = store;
    this.contents = contents;
    this.transaction = transaction;
    this.clock = clock;
    this.settings = settings;
  }

  @Scheduled(cron = "0 20 2 * * *", zone = "Asia/Ho_Chi_Minh")
  void everyNight() {
    eraseExpired();
    eraseStrays();
    var lost = countLost();
    if (lost > 0) {
      LOG.error("{} pictures have lost their content: restore them from the backup", lost);
    }
  }

  void eraseExpired() {
    List<FileId> gone;
    do {
      gone = transaction.execute(_ -> store.deleteExpired(clock.instant(), BATCH));
      gone.forEach(contents::erase);
    } while (gone.size() == BATCH);
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
