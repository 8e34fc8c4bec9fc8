package vn.ansinh.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;

class SealerTest {

  @TempDir Path directory;

  final Trail trail = new Trail();

  @Test
  void what_is_written_is_sealed_and_proves_true() {
    trail.write(3);
    assertThat(trail.sealer().sealAll()).isOne();
    assertThat(trail.sealer().sealAll()).isZero();
    trail.write(2);
    trail.sealer().sealAll();
    trail.write(1);

    var verdict = trail.verify(null);
    assertThat(verdict.broken()).isNull();
    assertThat(verdict.entries()).isEqualTo(5);
    assertThat(verdict.unsealed()).isOne();
  }

  @Test
  void a_transaction_that_commits_late_is_not_missed() throws Exception {
    var begun = new CountDownLatch(1);
    var mayCommit = new CountDownLatch(1);
    try (var thread = Executors.newSingleThreadExecutor()) {
      var late =
          thread.submit(
              () ->
                  trail.transaction.executeWithoutResult(
                      _ -> {
                        trail.writeHere(1);
                        begun.countDown();
                        awaitUninterrupted(mayCommit);
                      }));
      begun.await();
      trail.write(4);
      trail.sealer().sealAll();
      assertThat(trail.verify(null).entries()).as("held back by the open one").isZero();
      mayCommit.countDown();
      late.get();
    }
    trail.sealer().sealAll();

    assertThat(trail.verify(null).broken()).isNull();
    assertThat(trail.verify(null).entries()).isEqualTo(5);
  }

  @Test
  void writers_and_two_nodes_at_once_make_one_chain_without_a_gap() throws Exception {
    var writing = new AtomicBoolean(true);
    try (var threads = Executors.newFixedThreadPool(5)) {
      var writers =
          IntStream.range(0, 3)
              .mapToObj(
                  _ ->
                      threads.submit(
                          () -> {
                            for (int i = 0; i < 60; i++) {
                              trail.write(1 + i % 4);
                            }
                          }))
              .toList();
      var nodes =
          IntStream.range(0, 2)
              .mapToObj(
                  _ ->
                      threads.submit(
                          () -> {
                            var sealer = trail.sealer();
                            while (writing.get()) {
                              sealer.sealAll();
                            }
                          }))
              .toList();
      for (var writer : writers) {
        writer.get();
      }
      writing.set(false);
      for (var node : nodes) {
        node.get();
      }
    }
    trail.sealer().sealAll();

    var verdict = trail.verify(null);
    assertThat(verdict.broken()).isNull();
    assertThat(verdict.entries()).isEqualTo(3 * 15 * (1 + 2 + 3 + 4));
    assertThat(verdict.checkpoints()).isGreaterThan(1);
  }

  @Test
  void a_node_that_dies_before_its_commit_leaves_nothing_behind() {
    trail.write(300);
    try (var dying = trail.oneConnection()) {
      var sql = JdbcClient.create(dying);
      var sealer =
          new Sealer(
              new SealStore(sql),
              new CheckpointStore(sql),
              trail.key,
              Clock.systemUTC(),
              new NeverCommits());
      sealer.sealAll();
      dying.getConnection().rollback();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    assertThat(trail.checkpoints().newest()).isEmpty();

    trail.sealer().sealAll();
    assertThat(trail.verify(null).broken()).isNull();
    assertThat(trail.verify(null).entries()).isEqualTo(300);
  }

  @Test
  void a_sealer_goes_on_after_a_restart_and_after_another_node() {
    var first = trail.sealer();
    for (int round = 0; round < 4; round++) {
      trail.write(70);
      first.sealAll();
      trail.write(13);
      trail.sealer().sealAll();
    }
    assertThat(trail.verify(null).broken()).isNull();
    assertThat(trail.verify(null).checkpoints()).isEqualTo(8);
  }

  @Test
  void more_than_fits_one_checkpoint_becomes_several() {
    trail
        .superuser()
        .sql(
            """
            insert into audit.entry (id, happened_at, action, actor_kind, subject_kind, subject_id, details)
            select gen_random_uuid(), now(), 'PEOPLE_IMPORTED', 'SYSTEM', 'run', 'x', '{}'
            from generate_series(1, 10000)
            """)
        .update();
    assertThat(trail.sealer().sealAll()).isEqualTo(3);
    assertThat(trail.verify(null).broken()).isNull();
    assertThat(trail.verify(null).entries()).isEqualTo(10_000);
    var newest = trail.checkpoints().newest().orElseThrow();
    assertThat(Frontier.at(10_000, new StoredTree(trail.seals())).root()).isEqualTo(newest.root());
  }

  @Test
  void nothing_is_sealed_upon_a_checkpoint_that_was_changed() {
    trail.write(2);
    trail.sealer().sealAll();
    trail
        .superuser()
        .sql("update audit.checkpoint set sealed_at = now() - interval '1 day'")
        .update();
    trail.write(1);
    var sealer = trail.sealer();
    assertThatExceptionOfType(AuditException.class)
        .isThrownBy(sealer::sealAll)
        .withMessageContaining("was changed after it was signed");
  }

  @Test
  void checkpoints_are_copied_once_each_and_a_cut_off_line_is_made_good() throws Exception {
    var copy = new CheckpointCopy(directory);
    trail.write(1);
    trail.sealer().sealAll();
    assertThat(trail.copying(copy).copyAll()).isEqualTo(Copying.State.COMPLETE);
    trail.write(1);
    trail.sealer().sealAll();
    var line = trail.checkpoints().newest().orElseThrow().line();
    Files.writeString(copy.file(), line.substring(0, 50), StandardOpenOption.APPEND);
    assertThat(trail.verify(copy.file()).broken()).isNull();

    assertThat(trail.copying(copy).copyAll()).isEqualTo(Copying.State.COMPLETE);
    assertThat(trail.copying(copy).copyAll()).isEqualTo(Copying.State.COMPLETE);
    assertThat(Files.readAllLines(copy.file())).hasSize(3).last().isEqualTo(line);
    assertThat(trail.verify(copy.file()).broken()).isNull();
  }

  @Test
  void a_database_that_lost_what_was_copied_is_noticed_while_it_runs() {
    var copy = new CheckpointCopy(directory);
    for (int i = 0; i < 3; i++) {
      trail.write(1);
      trail.sealer().sealAll();
    }
    trail.copying(copy).copyAll();
    var superuser = trail.superuser();
    superuser.sql("delete from audit.leaves where number = 3").update();
    superuser.sql("delete from audit.checkpoint where number = 3").update();

    assertThat(trail.copying(copy).copyAll()).isEqualTo(Copying.State.CONTRADICTS);
    assertThat(trail.verify(copy.file()).broken()).contains("The copy knows checkpoint 3");
  }

  @Test
  void erased_details_leave_their_hash_and_the_erasure_stands_on_the_trail() {
    trail.write(3);
    trail.sealer().sealAll();
    var superuser = trail.superuser();
    var id = superuser.sql("select id from audit.entry limit 1").query(UUID.class).single();
    superuser.sql("select audit.erase_details(:id)").param("id", id).query(String.class).optional();
    trail.sealer().sealAll();

    var verdict = trail.verify(null);
    assertThat(verdict.broken()).isNull();
    assertThat(verdict.remarks())
        .singleElement()
        .asString()
        .contains("1 entries had their details");
    superuser
        .sql("update audit.entry set details = cast(:d as jsonb) where id = :id")
        .param("d", "{\"step\": \"forged\"}")
        .param("id", id)
        .update();
    assertThat(trail.verify(null).broken()).contains("marked as erased");
  }

  @Test
  void a_restored_dump_goes_on_above_what_it_holds() {
    trail.write(2);
    trail.sealer().sealAll();
    var superuser = trail.superuser();
    superuser.sql("update audit.entry set written_in = written_in + 1000000").update();
    superuser.sql("delete from audit.leaves").update();
    superuser.sql("delete from audit.checkpoint").update();
    trail.migrate();
    trail.write(2);
    trail.sealer().sealAll();

    assertThat(trail.verify(null).entries()).isEqualTo(4);
    assertThat(superuser.sql("select count(*) from audit.era").query(Long.class).single())
        .isEqualTo(2);
    trail.migrate();
    assertThat(superuser.sql("select count(*) from audit.era").query(Long.class).single())
        .isEqualTo(2);
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Joins the connection's transaction and leaves its end to whoever holds it. */
  private static final class NeverCommits implements PlatformTransactionManager {
    @Override
    public TransactionStatus getTransaction(TransactionDefinition definition) {
      return new SimpleTransactionStatus();
    }

    @Override
    public void commit(TransactionStatus status) {
      // the node is dead by then
    }

    @Override
    public void rollback(TransactionStatus status) {
      // the node is dead by then
    }
  }
}
