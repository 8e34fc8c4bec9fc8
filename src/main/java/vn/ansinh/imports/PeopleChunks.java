package vn.ansinh.imports;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.ansinh.people.Arrival;

/**
 * Reads a people file in a thread of its own, a few chunks ahead of whoever writes them: reading
 * takes one processor and the database another.
 */
final class PeopleChunks implements AutoCloseable {

  static final int ROWS = 5_000;
  private static final int AHEAD = 2;

  private final CsvFile file;
  private final PeopleCodes.Today codes;
  private final Set<Long> duplicates;
  private final long skipped;
  private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(AHEAD);
  private final Thread thread;
  private @Nullable PeopleRowReader reader;
  private List<Arrival> arrivals = new ArrayList<>(ROWS);
  private long leftOut;
  private long rows;

  /** What comes out of the file. */
  private sealed interface Item {}

  /**
   * Rows to be written together.
   *
   * @param upTo rows of the file up to the last of these
   * @param leftOut rows among them that the check has refused
   */
  record Chunk(long upTo, List<Arrival> arrivals, long leftOut) implements Item {}

  private record End() implements Item {}

  private record Failed(RuntimeException cause) implements Item {}

  /**
   * @param duplicates lines to leave out
   * @param skipped rows that are done already
   */
  PeopleChunks(CsvFile file, PeopleCodes.Today codes, Set<Long> duplicates, long skipped) {
    this.file = file;
    this.codes = codes;
    this.duplicates = duplicates;
    this.skipped = skipped;
    this.thread = Thread.ofPlatform().name("people-file").daemon().start(this::readAll);
  }

  /** The next chunk; null after the last. */
  @Nullable Chunk next() throws InterruptedException {
    return switch (queue.take()) {
      case Chunk chunk -> chunk;
      case End _ -> null;
      case Failed(var cause) -> throw cause;
    };
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void readAll() {
    try {
      Item last;
      try {
        file.read(
            UnaryOperator.identity(),
            header -> reader = new PeopleRowReader(new PeopleHeader(header), codes),
            this::take);
        if (rows % ROWS != 0) {
          putChunk();
        }
        last = new End();
      } catch (RuntimeException e) {
        last = new Failed(e);
      }
      queue.put(last);
    } catch (InterruptedException _) {
      // Nobody wants the rest.
    }
  }

  private boolean take(CsvRecord record) {
    if (reader == null) {
      throw new IllegalStateException("the header comes first");
    }
    rows++;
    if (rows > skipped) {
      var row = reader.read(record);
      if (row.person() == null || duplicates.contains(row.line())) {
        leftOut++;
      } else {
        arrivals.add(new Arrival(row.line(), row.person()));
      }
      if (rows % ROWS == 0) {
        try {
          putChunk();
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
        }
      }
    }
    return !Thread.currentThread().isInterrupted();
  }

  private void putChunk() throws InterruptedException {
    if (rows > skipped) {
      queue.put(new Chunk(rows, arrivals, leftOut));
      arrivals = new ArrayList<>(ROWS);
      leftOut = 0;
    }
  }
}
