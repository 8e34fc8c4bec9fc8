package vn.ansinh.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class SealingJobTest {

  @TempDir Path directory;

  final Trail trail = new Trail();
  final Away away = new Away(trail.application);

  @Test
  void it_goes_on_when_the_database_was_away() throws Exception {
    var job = job(key(), directory.resolve("copy").toString());
    trail.write(2);
    away.gone = true;
    job.round();
    assertThat(job.problem()).isNotNull();
    away.gone = false;
    job.round();

    assertThat(job.problem()).isNull();
    assertThat(job.copied()).isEqualTo(Copying.State.COMPLETE);
    assertThat(trail.checkpoints().newest().orElseThrow().size()).isEqualTo(2);
    assertThat(directory.resolve("copy")).isDirectoryContaining("glob:**/key-*.pem");
  }

  @Test
  void a_copy_that_cannot_be_written_does_not_stop_the_seals() throws Exception {
    var file = Files.writeString(directory.resolve("no-directory"), "");
    var job = job(key(), file.toString());
    trail.write(1);
    job.round();
    assertThat(job.problem()).isNotNull();
    assertThat(trail.checkpoints().newest()).isPresent();
  }

  @Test
  void without_a_key_nothing_is_sealed_and_the_wait_is_seen() {
    trail.write(1);
    var job = job(null, null);
    job.round();
    var later = Clock.fixed(Instant.now().plusSeconds(100), ZoneOffset.UTC);
    var seals = new Seals(trail.seals(), trail.checkpoints(), job, later);
    var registry = new SimpleMeterRegistry();
    var watch = new SealWatch(seals, settings(null, null), registry, later);
    watch.watch();

    assertThat(seals.state().oldestUnsealed()).isGreaterThan(Duration.ofSeconds(90));
    assertThat(watch.health().getStatus().getCode()).isEqualTo("UP");
    assertThat(watch.health().getDetails()).containsKey("warning");
    assertThat(registry.get("ansinh.audit.unsealed.oldest.seconds").gauge().value())
        .isGreaterThan(90);
  }

  @Test
  void what_is_sealed_waits_for_nothing() throws Exception {
    var job = job(key(), null);
    trail.write(1);
    job.round();
    var seals = new Seals(trail.seals(), trail.checkpoints(), job, Clock.systemUTC());
    var watch =
        new SealWatch(seals, settings(null, null), new SimpleMeterRegistry(), Clock.systemUTC());
    watch.watch();

    assertThat(seals.state().oldestUnsealed()).isZero();
    assertThat(seals.state().copy()).isEqualTo(SealState.Copy.NONE);
    assertThat(watch.health().getDetails()).doesNotContainKeys("warning", "problem");
  }

  private String key() throws Exception {
    return Files.writeString(directory.resolve("key.pem"), trail.key.secretPem()).toString();
  }

  private SealingJob job(@Nullable String key, @Nullable String copies) {
    var sql = JdbcClient.create(away);
    return new SealingJob(
        settings(key, copies),
        new SealStore(sql),
        new CheckpointStore(sql),
        Clock.systemUTC(),
        new JdbcTransactionManager(away));
  }

  private static AuditSettings settings(@Nullable String key, @Nullable String copies) {
    return new AuditSettings(true, key, copies, Duration.ofSeconds(30));
  }

  /** A database that cannot be reached for a while. */
  private static final class Away extends DelegatingDataSource {
    boolean gone;

    Away(DataSource source) {
      super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (gone) {
        throw new SQLException("connection refused");
      }
      return super.getConnection();
    }
  }
}
