package vn.ansinh.platform;

import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Writes a table anew. PostgreSQL leaves the values of a dropped column, and earlier versions of
 * rows, in the table's files until somebody writes over them; afterwards they are gone from there.
 * Needs the room of the table once more; failing for want of it leaves no mark, the next start
 * tries again.
 */
public record TableRewrite(String version, String table) implements JavaMigration {

  @Override
  public void migrate(Context context) throws SQLException {
    // Not possible within Flyway's transaction.
    try (var connection = context.getConfiguration().getDataSource().getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      statement.execute("vacuum (full, analyze) " + table);
    }
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion(version);
  }

  @Override
  public String getDescription() {
    return "write " + table + " anew";
  }

  @Override
  public Integer getChecksum() {
    return 0;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }
}
