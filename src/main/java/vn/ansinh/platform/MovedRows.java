package vn.ansinh.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way into another form while a database is migrated. They are read in one stream and
 * written in batches, each committed for itself: memory stays the same however many there are, and
 * a run that was cut off goes on where it was, since what is done is no longer among what is read.
 */
public final class MovedRows {

  private static final int BATCH = 2_000;

  private final Connection reading;
  private final Connection writing;

  MovedRows(Connection reading, Connection writing) {
    this.reading = reading;
    this.writing = writing;
  }

  /** What one row becomes: the parameters of each statement, in their order. */
  public interface Conversion {
    List<@Nullable Object[]> of(ResultSet row) throws SQLException;
  }

  /**
   * @param query must leave out what an earlier run has done
   * @param statements executed for every row, with what {@code conversion} makes of it
   */
  public void move(String query, List<String> statements, Conversion conversion)
      throws SQLException {
    var writers = new ArrayList<PreparedStatement>();
    try (var read = reading.prepareStatement(query)) {
      for (var statement : statements) {
        writers.add(writing.prepareStatement(statement));
      }
      read.setFetchSize(BATCH);
      try (var rows = read.executeQuery()) {
        write(rows, writers, conversion);
      }
      reading.commit();
    } finally {
      for (var writer : writers) {
        writer.close();
      }
    }
  }

  private void write(ResultSet rows, List<PreparedStatement> writers, Conversion conversion)
      throws SQLException {
    int waiting = 0;
    while (rows.next()) {
      var values = conversion.of(rows);
      for (int i = 0; i < writers.size(); i++) {
        add(writers.get(i), values.get(i));
      }
      if (++waiting == BATCH) {
        commit(writers);
        waiting = 0;
      }
    }
    commit(writers);
  }

  private static void add(PreparedStatement writer, @Nullable Object[] values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      writer.setObject(i + 1, values[i]);
    }
    writer.addBatch();
  }

  private void commit(List<PreparedStatement> writers) throws SQLException {
    for (var writer : writers) {
      writer.executeBatch();
    }
    writing.commit();
  }
}
