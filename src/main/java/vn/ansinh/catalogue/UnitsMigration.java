package vn.ansinh.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.postgresql.PGConnection;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Fills the units of both layers from the files that {@code catalogue/ATTRIBUTION.md} describes.
 */
@Component
class UnitsMigration implements JavaMigration {

  private static final String OLD_UNITS = "catalogue/units-until-2025.csv";
  private static final String NEW_UNITS = "catalogue/units-since-2025.csv";
  private static final String ALIASES = "catalogue/unit-aliases.csv";
  private static final String SUCCESSORS = "catalogue/ward-successors.csv";

  @Override
  public void migrate(Context context) throws SQLException, IOException {
    var connection = context.getConnection();
    execute(
        connection,
        "create temporary table incoming (code text, parent_code text, name text) on commit drop");
    copy(connection, "incoming (code, parent_code, name)", OLD_UNITS);
    execute(
        connection,
        """
        insert into catalogue.unit (layer, code, parent_code, name, valid_to)
        select 'UNTIL_2025', code, parent_code, name, date '2025-06-30' from incoming
        """);
    execute(connection, "truncate incoming");
    copy(connection, "incoming (code, parent_code, name)", NEW_UNITS);
    execute(
        connection,
        """
        insert into catalogue.unit (layer, code, parent_code, name, valid_from)
        select 'SINCE_2025', code, parent_code, name, date '2025-07-01' from incoming
        """);
    execute(connection, "truncate incoming");
    copy(connection, "incoming (code, name)", ALIASES);
    execute(
        connection,
        """
        insert into catalogue.unit_alias (layer, code, name)
        select 'UNTIL_2025', code, name from incoming
        """);
    copy(connection, "catalogue.ward_successor (old_code, new_code)", SUCCESSORS);
    execute(connection, "analyze catalogue.unit, catalogue.unit_alias, catalogue.ward_successor");
  }

  private static void copy(Connection connection, String table, String file)
      throws SQLException, IOException {
    try (var rows = open(file)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + table + " from stdin (format csv, header true, encoding 'UTF8')", rows);
    }
  }

  private static void execute(Connection connection, String statement) throws SQLException {
    try (var execution = connection.createStatement()) {
      execution.execute(statement);
    }
  }

  private static InputStream open(String file) throws IOException {
    return new ClassPathResource(file).getInputStream();
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("202611210201");
  }

  @Override
  public String getDescription() {
    return "load units";
  }

  /** Of the files: a database filled from other ones is not taken for this one. */
  @Override
  public Integer getChecksum() {
    var sum = new CRC32();
    for (var file : List.of(OLD_UNITS, NEW_UNITS, ALIASES, SUCCESSORS)) {
      try (var content = open(file)) {
        sum.update(content.readAllBytes());
      } catch (IOException e) {
        throw new CatalogueException("the catalogue's files cannot be read: " + file, e);
      }
    }
    return (int) sum.getValue();
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }
}
