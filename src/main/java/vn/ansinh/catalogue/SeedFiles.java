package vn.ansinh.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.CRC32;
import org.postgresql.PGConnection;
import org.springframework.core.io.ClassPathResource;

/** The CSV files under {@code catalogue/}, copied into tables while migrating. */
final class SeedFiles {

  private SeedFiles() {}

  /**
   * @param target table and columns, in the order of the file
   */
  static void copy(Connection connection, String target, String file)
      throws SQLException, IOException {
    try (var rows = open(file)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "copy %s from stdin (format csv, header true, encoding 'UTF8')".formatted(target),
              rows);
    }
  }

  static void execute(Connection connection, String statement) throws SQLException {
    try (var execution = connection.createStatement()) {
      execution.execute(statement);
    }
  }

  /** Of the files' content: a database filled from other ones is not taken for this one. */
  static int checksum(List<String> files) {
    var sum = new CRC32();
    for (var file : files) {
      try (var content = open(file)) {
        sum.update(content.readAllBytes());
      } catch (IOException e) {
        throw new CatalogueException("the catalogue's files cannot be read: " + file, e);
      }
    }
    return (int) sum.getValue();
  }

  private static InputStream open(String file) throws IOException {
    return new ClassPathResource("catalogue/" + file).getInputStream();
  }
}
