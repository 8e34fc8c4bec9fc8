package vn.ansinh.files;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.ansinh.platform.Secrets;

/**
 * What photos of papers say by themselves, read in the background once they are safe. A new photo
 * is read anew; what an old one said goes with it. Safe to call from many threads.
 */
@Service
public class PaperReadings {

  private static final Duration GLANCE = Duration.ofMillis(60);

  /** Neither codes nor lines hold it. */
  private static final String BETWEEN = "\u0000";

  private final ReadingStore store;
  private final Secrets secrets;
  private final FilesSettings settings;

  PaperReadings(ReadingStore store, Secrets secrets, FilesSettings settings) {
    this.store = store;
    this.secrets = secrets;
    this.settings = settings;
  }

  /** Of those that have been read. */
  public Map<FileId, PaperReading> of(Collection<FileId> ids) {
    return ids.isEmpty() ? Map.of() : opened(store.find(ids));
  }

  /**
   * After a short wait for what is still to be read; so that a person who sends a photo usually
   * learns at once. Not to be called in a transaction.
   */
  public Map<FileId, PaperReading> of(Collection<FileId> ids, Duration atMost) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    long until = System.nanoTime() + (settings.reading() ? atMost.toNanos() : 0);
    var rows = store.find(ids);
    while (rows.stream().anyMatch(ReadingStore.Row::due) && System.nanoTime() < until) {
      try {
        Thread.sleep(GLANCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return opened(rows);
      }
      rows = store.find(ids);
    }
    return opened(rows);
  }

  byte @Nullable [] sealed(FileId id, PaperReading reading) {
    return reading.saysSomething()
        ? secrets.seal(text(reading.code()) + BETWEEN + text(reading.lines()), context(id))
        : null;
  }

  private Map<FileId, PaperReading> opened(List<ReadingStore.Row> rows) {
    var readings = new HashMap<FileId, PaperReading>();
    for (var row : rows) {
      if (row.outcome() != null) {
        readings.put(row.id(), opened(row, row.outcome()));
      }
    }
    return readings;
  }

  private PaperReading opened(ReadingStore.Row row, PaperReading.Outcome outcome) {
    var sealed = row.sealed();
    if (sealed == null) {
      return new PaperReading(null, null, outcome);
    }
    var said = secrets.openText(sealed, context(row.id())).split(BETWEEN, 2);
    return new PaperReading(orNull(said[0]), orNull(said[1]), outcome);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String context(FileId id) {
    return "files.reading.content." + id.value();
  }
}
