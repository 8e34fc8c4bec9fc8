package vn.ansinh.audit;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.ansinh.support.TestDatabase;

/** A trail in a database of its own, as the application sees it and as a superuser does. */
final class Trail {

  final String url = TestDatabase.another();
  final SigningKey key = SigningKey.make();
  final DataSource application = source(TestDatabase.APPLICATION);
  final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(application));
  final AuditStore writing =
      new AuditStore(
          JdbcClient.create(application), Clock.systemUTC(), JsonMapper.builder().build());

  Trail() {
    migrate();
  }

  void migrate() {
    Flyway.configure()
        .dataSource(source(TestDatabase.OWNER))
        .locations("classpath:db/migration/audit", "classpath:db/grants")
        .placeholders(Map.of("application", TestDatabase.APPLICATION))
        .load()
        .migrate();
  }

  DataSource source(String user) {
    return new DriverManagerDataSource(url, user, user);
  }

  void write(int entries) {
    transaction.executeWithoutResult(_ -> writeHere(entries));
  }

  void writeHere(int entries) {
    for (int i = 0; i < entries; i++) {
      writing.append(
          "DECLARATION_APPROVED",
          new Actor(Actor.Kind.OFFICER, UUID.randomUUID()),
          Subject.of("declaration", UUID.randomUUID()),
          Map.of("step", Integer.toString(i), "office", "07919"),
          null);
    }
  }

  /** One node's sealer. */
  Sealer sealer() {
    return sealer(application);
  }

  Sealer sealer(DataSource source) {
    var sql = JdbcClient.create(source);
    return new Sealer(
        new SealStore(sql),
        new CheckpointStore(sql),
        key,
        Clock.systemUTC(),
        new JdbcTransactionManager(source));
  }

  Copying copying(CheckpointCopy copy) {
    var sql = JdbcClient.create(application);
    return new Copying(
        new SealStore(sql),
        new CheckpointStore(sql),
        copy,
        new JdbcTransactionManager(application));
  }

  Verdict verify(@Nullable Path copy) {
    return verify(copy, TrustedKeys.of(key.open()));
  }

  Verdict verify(@Nullable Path copy, @Nullable TrustedKeys keys) {
    return transaction.execute(_ -> verification(application, keys).run(copy, null));
  }

  static Verification verification(DataSource source, @Nullable TrustedKeys keys) {
    var sql = JdbcClient.create(source);
    return new Verification(new SealStore(sql), new CheckpointStore(sql), keys);
  }

  CheckpointStore checkpoints() {
    return new CheckpointStore(JdbcClient.create(application));
  }

  SealStore seals() {
    return new SealStore(JdbcClient.create(application));
  }

  JdbcClient superuser() {
    return JdbcClient.create(source(TestDatabase.OWNER));
  }

  /** For deeds that are undone afterwards. */
  SingleConnectionDataSource oneConnection() throws SQLException {
    var connection = TestDatabase.asOwner(url);
    connection.setAutoCommit(false);
    return new SingleConnectionDataSource(connection, true);
  }
}
