package vn.ansinh.launcher;

import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.Mode;

/** Looks at the database before touching it, migrates it, and notes what it is for. */
@Component
class Migration implements FlywayMigrationStrategy {

  static final int OLDEST_SERVER = 15;

  private final Mode mode;
  private final InstallationSettings settings;
  private final Clock clock;

  Migration(Mode mode, InstallationSettings settings, Clock clock) {
    this.mode = mode;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void migrate(Flyway flyway) {
    var database = flyway.getConfiguration().getDataSource();
    requireServer(database, settings.strict());
    var installation = new InstallationStore(JdbcClient.create(database), clock);
    installation.kind().ifPresent(this::requireSameKind);
    flyway.migrate();
    if (settings.strict()) {
      installation.mark(mode.mode());
    }
  }

  private static void requireServer(DataSource database, boolean durable) {
    try (var connection = database.getConnection()) {
      var about = connection.getMetaData();
      requireVersion(about.getDatabaseMajorVersion(), about.getDatabaseProductVersion());
      if (durable) {
        Durability.require(connection);
      }
    } catch (SQLException e) {
      throw new Refusal("The database cannot be reached: " + e.getMessage(), e);
    }
  }

  static void requireVersion(int major, String version) {
    if (major < OLDEST_SERVER) {
      throw new Refusal(
          "PostgreSQL " + version + " is too old: AnSinh needs " + OLDEST_SERVER + " to 18");
    }
  }

  private void requireSameKind(Mode.Kind kind) {
    if (kind == mode.mode()) {
      return;
    }
    throw new Refusal(
        switch (kind) {
          case DEMO -> "The database holds demo data: production needs a database of its own";
          case PRODUCTION ->
              "The database belongs to a production installation: the demo would show everybody's"
                  + " messages; set ANSINH_MODE=production";
        });
  }
}
