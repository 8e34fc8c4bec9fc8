package vn.ansinh.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks for values in files, byte by byte, and in every column of every table, as text: as UTF-8,
 * as UTF-16 in both orders, and as hexadecimal digits.
 */
final class PlainTraces {

  private static final int WINDOW = 8 << 20;
  private static final int OVERLAP = 4096;

  private final Needles sought = new Needles();
  private final List<String> found = new ArrayList<>();
  private @Nullable Pattern words;
  private FileTime since = FileTime.fromMillis(0);

  PlainTraces(Map<String, byte[]> values) {
    values.forEach(this::seek);
  }

  List<String> found() {
    return found;
  }

  /** Only files written to from then on: others cannot hold what was typed later. */
  PlainTraces since(FileTime moment) {
    since = moment;
    return this;
  }

  PlainTraces inFilesUnder(Path directory) {
    try (var files = Files.walk(directory)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        inFile(file);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PlainTraces inText(String where, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    look(where, bytes, bytes.length);
    if (words != null && words.matcher(text).find()) {
      found.add("a code in " + where);
    }
    return this;
  }

  /** Sought in rows and texts only; not within a longer number, nor behind the dot of a time. */
  PlainTraces withWords(Set<String> codes) {
    words = Pattern.compile("(?<![0-9A-Za-z.])(?:" + String.join("|", codes) + ")(?![0-9A-Za-z])");
    return this;
  }

  /** What compression hides in the files is plain here. */
  PlainTraces inTables(Connection connection) throws SQLException {
    for (var table : tables(connection)) {
      try (var statement = connection.createStatement()) {
        statement.setFetchSize(1_000);
        try (var rows = statement.executeQuery("select t::text from " + table + " t")) {
          while (rows.next()) {
            inText(table, rows.getString(1));
          }
        }
      }
    }
    return this;
  }

  /** The columns whose text contains {@code value}, whatever the case. */
  static List<String> columns(Connection connection, String value) throws SQLException {
    var holding = new ArrayList<String>();
    for (var table : tables(connection)) {
      for (var column : columnsOf(connection, table)) {
        var query =
            "select exists (select 1 from %s where position(lower(?) in lower(\"%s\"::text)) > 0)"
                .formatted(table, column);
        try (var statement = connection.prepareStatement(query)) {
          statement.setString(1, value);
          try (var row = statement.executeQuery()) {
            if (row.next() && row.getBoolean(1)) {
              holding.add(table + "." + column);
            }
          }
        }
      }
    }
    return holding;
  }

  static List<String> tables(Connection connection) throws SQLException {
    return list(
        connection,
        """
        select table_schema || '.' || table_name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
        order by 1
        """);
  }

  static List<String> columnsOf(Connection connection, String table) throws SQLException {
    return list(
        connection,
        "select attname from pg_attribute where attrelid = '%s'::regclass and attnum > 0 and not attisdropped"
            .formatted(table));
  }

  private void inFile(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      if (Files.getLastModifiedTime(file).compareTo(since) < 0) {
        return;
      }
      var buffer = new byte[WINDOW];
      int kept = 0;
      for (int read; (read = in.readNBytes(buffer, kept, WINDOW - kept)) > 0; ) {
        int filled = kept + read;
        look(file.toString(), buffer, filled);
        kept = Math.min(OVERLAP, filled);
        System.arraycopy(buffer, filled - kept, buffer, 0, kept);
      }
    } catch (NoSuchFileException _) {
      // Gone meanwhile: a segment of the log, a file of a query.
    }
  }

  private void look(String where, byte[] content, int length) {
    sought.find(content, length, it -> found.add(it + " in " + where));
  }

  private void seek(String field, byte[] value) {
    sought.add(field, value);
    sought.add(
        field + " (hexadecimal)",
        HexFormat.of().formatHex(value).getBytes(StandardCharsets.US_ASCII));
    var text = new String(value, StandardCharsets.UTF_8);
    if (!text.contains("\uFFFD")) {
      sought.add(field + " (UTF-16BE)", text.getBytes(StandardCharsets.UTF_16BE));
      sought.add(field + " (UTF-16LE)", text.getBytes(StandardCharsets.UTF_16LE));
    }
  }

  private static List<String> list(Connection connection, String query) throws SQLException {
    var values = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
