package vn.ansinh.catalogue;

import static vn.ansinh.catalogue.SeedFiles.copy;
import static vn.ansinh.catalogue.SeedFiles.execute;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/**
 * Fills the units of both layers from the files that {@code catalogue/ATTRIBUTION.md} describes.
 */
@Component
class UnitsMigration implements JavaMigration {

  private static final String OLD_UNITS = "units-until-2025.csv";
  private static final String NEW_UNITS = "units-since-2025.csv";
  private static final String ALIASES = "unit-aliases.csv";
  private static final String SUCCESSORS = "ward-successors.csv";

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

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("202611210201");
  }

  @Override
  public String getDescription() {
    return "load units";
  }

  @Override
  public Integer getChecksum() {
    return SeedFiles.checksum(List.of(OLD_UNITS, NEW_UNITS, ALIASES, SUCCESSORS));
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }
}
