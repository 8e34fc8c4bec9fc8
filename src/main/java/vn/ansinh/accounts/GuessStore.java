package vn.ansinh.accounts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GuessStore {

  record Row(int failures, @Nullable Instant closedUntil) {}

  private final JdbcClient sql;

  GuessStore(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Counts one try, unless a pause is running or there were too many; empty then, otherwise how
   * many there were with this one. Each try beyond the free ones begins a pause, twice as long as
   * the one before.
   */
  Optional<Integer> count(byte[] key, Instant now, SignInSettings settings) {
    return sql.sql(
            """
            insert into accounts.guessing as g (key_hash, failures, last_try_at)
            values (:key, 1, :now)
            on conflict (key_hash) do update set
              failures = g.failures + 1,
              last_try_at = :now,
              closed_until = case when g.failures >= :free
                then cast(:now as timestamptz) + interval '1 second'
                  * least(:longest, :shortest * power(2, least(g.failures - :free, 20))) end
            where g.failures < :most and (g.closed_until is null or g.closed_until <= :now)
            returning failures
            """)
        .param("key", key)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("free", settings.freeWrong())
        .param("most", settings.mostWrong())
        .param("shortest", settings.shortestPause().toSeconds())
        .param("longest", settings.longestPause().toSeconds())
        .query(Integer.class)
        .optional();
  }

  Optional<Row> find(byte[] key) {
    return sql.sql("select failures, closed_until from accounts.guessing where key_hash = :key")
        .param("key", key)
        .query(
            (row, _) -> {
              var until = row.getObject("closed_until", OffsetDateTime.class);
              return new Row(row.getInt("failures"), until == null ? null : until.toInstant());
            })
        .optional();
  }

  void giveBack(byte[] key) {
    sql.sql(
            """
            update accounts.guessing set failures = greatest(0, failures - 1), closed_until = null
            where key_hash = :key
            """)
        .param("key", key)
        .update();
  }

  void delete(byte[] key) {
    delete(key, key);
  }

  void delete(byte[] key, byte[] other) {
    sql.sql("delete from accounts.guessing where key_hash in (:key, :other)")
        .param("key", key)
        .param("other", other)
        .update();
  }

  void deleteOlderThan(Instant moment) {
    sql.sql("delete from accounts.guessing where last_try_at < :moment")
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .update();
  }
}
