package vn.ansinh.catalogue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/** Fills the code lists as they stand at delivery; they hold since before the records began. */
@Component
class CodeListsMigration implements JavaMigration {

  private static final String NAMES = "incoming (code, name_vi, name_en)";
  private static final Map<CodeList, Source> SOURCES = new LinkedHashMap<>();

  static {
    SOURCES.put(
        CodeList.CARD_OBJECT,
        new Source("card-objects.csv", "incoming (code, level, name_vi, name_en)"));
    SOURCES.put(CodeList.HOUSEHOLD_RELATION, new Source("household-relations.csv", NAMES));
    SOURCES.put(CodeList.ETHNIC_GROUP, new Source("ethnic-groups.csv", NAMES));
    SOURCES.put(CodeList.COUNTRY, new Source("countries.csv", NAMES));
    SOURCES.put(
        CodeList.BANK, new Source("banks.csv", "incoming (code, short_name, name_vi, name_en)"));
    SOURCES.put(CodeList.IVAN_PROVIDER, new Source("ivan-providers.csv", NAMES));
  }

  @Override
  public void migrate(Context context) throws SQLException, IOException {
    var connection = context.getConnection();
    SeedFiles.execute(
        connection,
        """
        create temporary table incoming
          (code text, name_vi text, name_en text, level text, short_name text) on commit drop
        """);
    for (var source : SOURCES.entrySet()) {
      SeedFiles.copy(connection, source.getValue().target(), source.getValue().file());
      try (var insert =
          connection.prepareStatement(
              """
              insert into catalogue.code_version (list, code, valid_from, name_vi, name_en, attributes)
              select ?, code, date '1900-01-01', name_vi, name_en,
                     jsonb_strip_nulls(jsonb_build_object('level', level, 'shortName', short_name))
              from incoming
              """)) {
        insert.setString(1, source.getKey().name());
        insert.executeUpdate();
      }
      SeedFiles.execute(connection, "truncate incoming");
    }
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("202611210221");
  }

  @Override
  public String getDescription() {
    return "load code lists";
  }

  @Override
  public Integer getChecksum() {
    return SeedFiles.checksum(SOURCES.values().stream().map(Source::file).toList());
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  /** A file and the columns it fills, in its order. */
  private record Source(String file, String target) {}
}
