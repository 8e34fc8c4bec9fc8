package vn.ansinh.platform;

import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.postgresql.util.PSQLException;

/**
 * A migration of rows that needs the application's keys. It has connections of its own, so that
 * what it committed stays when a later row fails, and the failure leaves no mark that somebody
 * would have to repair: the next start goes on.
 *
 * @param version stands between the script that makes the new columns and the one that drops the
 *     old
 */
public record RowsMigration(String version, String description, Moving moving)
    implements JavaMigration {

  /** Moves table after table. */
  public interface Moving {
    void move(MovedRows rows) throws SQLException;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    var database = context.getConfiguration().getDataSource();
    try (var reading = database.getConnection();
        var writing = database.getConnection()) {
      reading.setAutoCommit(false);
      writing.setAutoCommit(false);
      moving.move(new MovedRows(reading, writing));
    } catch (SQLException e) {
      throw withoutValues(e);
    }
  }

  /** What the driver says quotes the statement with its values, and the server whole rows. */
  private static SQLException withoutValues(SQLException failed) {
    var cause = failed.getNextException() == null ? failed : failed.getNextException();
    var said = cause instanceof PSQLException server ? server.getServerErrorMessage() : null;
    var why =
        said == null || said.getMessage() == null ? "no word from the server" : said.getMessage();
    return new SQLException("Rows could not be moved: " + why, cause.getSQLState());
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion(version);
  }

  @Override
  public String getDescription() {
    return description;
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
