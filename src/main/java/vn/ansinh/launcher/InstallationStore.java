package vn.ansinh.launcher;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.platform.Mode;

/** What the database was opened for, for good: a demo or a production installation. */
final class InstallationStore {

  private final JdbcClient sql;
  private final Clock clock;

  /** Works before the first migration, hence not a bean over the application's pool. */
  InstallationStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  Optional<Mode.Kind> kind() {
    var migrated =
        sql.sql("select to_regclass('platform.installation') is not null")
            .query(Boolean.class)
            .single();
    if (!migrated) {
      return Optional.empty();
    }
    return sql.sql("select kind from platform.installation").query(Mode.Kind.class).optional();
  }

  /** The first one stays. */
  void mark(Mode.Kind kind) {
    sql.sql(
            """
            insert into platform.installation (kind, opened_at)
            values (:kind, :now)
            on conflict do nothing
            """)
        .param("kind", kind.name())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
