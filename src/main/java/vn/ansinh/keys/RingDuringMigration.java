package vn.ansinh.keys;

import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.ansinh.audit.Audit;

/**
 * Lets migrations seal rows. The application's own connections wait for the end of the migrations
 * and may not read the ring before; so it is read, or made, with the rights of whoever migrates.
 */
@Component
class RingDuringMigration implements Callback {

  private final MasterKeys masters;
  private final KeysSettings settings;
  private final Clock clock;
  private final JsonMapper json;
  private volatile @Nullable DataSource migrating;
  private volatile @Nullable Ring ring;

  RingDuringMigration(MasterKeys masters, KeysSettings settings, Clock clock, JsonMapper json) {
    this.masters = masters;
    this.settings = settings;
    this.clock = clock;
    this.json = json;
  }

  /** Empty unless migrations are running. */
  Optional<Ring> ring() {
    var database = migrating;
    if (database == null) {
      return Optional.empty();
    }
    var known = ring;
    if (known == null) {
      known = ring(database);
      ring = known;
    }
    return Optional.of(known);
  }

  private Ring ring(DataSource database) {
    var store = RingStore.of(database);
    var changes =
        new RingChanges(
            store,
            masters,
            settings,
            new TransactionTemplate(new JdbcTransactionManager(database)),
            Audit.duringMigration(database, clock, json),
            clock);
    changes.makeUnlessThere();
    return changes.open(store.find());
  }

  @Override
  public boolean supports(Event event, @Nullable Context context) {
    return event == Event.BEFORE_EACH_MIGRATE
        || event == Event.AFTER_MIGRATE
        || event == Event.AFTER_MIGRATE_ERROR;
  }

  @Override
  public boolean canHandleInTransaction(Event event, @Nullable Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    migrating =
        event == Event.BEFORE_EACH_MIGRATE ? context.getConfiguration().getDataSource() : null;
    ring = null;
  }

  @Override
  public String getCallbackName() {
    return "ring of keys";
  }
}
