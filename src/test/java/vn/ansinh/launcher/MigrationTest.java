package vn.ansinh.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.ansinh.platform.Mode;

class MigrationTest {

  @Test
  void a_database_stays_what_it_was_opened_for(@TempDir Path directory) throws SQLException {
    try (var database = EmbeddedDatabase.start(Home.at(directory))) {
      var flyway = flyway(database.access().owner());
      migration(Mode.Kind.DEMO).migrate(flyway);
      migration(Mode.Kind.DEMO).migrate(flyway);
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(() -> migration(Mode.Kind.PRODUCTION).migrate(flyway))
          .withMessageContaining("holds demo data");

      JdbcClient.create(flyway.getConfiguration().getDataSource())
          .sql("update platform.installation set kind = 'PRODUCTION'")
          .update();
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(() -> migration(Mode.Kind.DEMO).migrate(flyway))
          .withMessageContaining("belongs to a production installation");
      assertThat(flyway.info().pending()).isEmpty();
    }
  }

  @Test
  void servers_older_than_15_are_refused() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> Migration.requireVersion(14, "14.19"))
        .withMessage("PostgreSQL 14.19 is too old: AnSinh needs 15 to 18");
    assertThatNoException().isThrownBy(() -> Migration.requireVersion(15, "15.14"));
  }

  private static Migration migration(Mode.Kind mode) {
    return new Migration(new Mode(mode), new InstallationSettings(true), Clock.systemUTC());
  }

  private static Flyway flyway(DatabaseAddress address) {
    var source = new DriverManagerDataSource(address.url(), address.user(), address.password());
    return Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration/platform")
        .load();
  }
}
