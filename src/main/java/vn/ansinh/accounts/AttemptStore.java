package vn.ansinh.accounts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AttemptStore {

  record Row(int tries, @Nullable Instant lockedUntil) {}

  private final JdbcClient sql;

  AttemptStore(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Counts one try. The last allowed one sets the lock; tries beyond it neither count further nor
   * prolong it.
   *
   * @param forgotten tries before this moment no longer count
   */
  Row count(byte[] key, Instant now, Instant forgotten, Instant locked, int allowed) {
    return sql.sql(
            """
            insert into accounts.attempt as a (key_hash, tries, last_try_at) values (:key, 1, :now)
            on conflict (key_hash) do update set
              tries = case
                when a.locked_until <= :now then 1
                when a.locked_until is null and a.last_try_at <= :forgotten then 1
                else least(a.tries, :allowed) + 1 end,
              last_try_at = case when a.locked_until > :now then a.last_try_at else :now end,
              locked_until = case
                when a.locked_until > :now then a.locked_until
                when a.locked_until is null and a.last_try_at > :forgotten and a.tries + 1 >= :allowed
                  then :locked
                end
            returning a.tries, a.locked_until
            """)
        .param("key", key)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("forgotten", forgotten.atOffset(ZoneOffset.UTC))
        .param("locked", locked.atOffset(ZoneOffset.UTC))
        .param("allowed", allowed)
        .query(
            (row, _) -> {
              var until = row.getObject("locked_until", OffsetDateTime.class);
              return new Row(row.getInt("tries"), until == null ? null : until.toInstant());
            })
        .single();
  }

  void giveBack(byte[] key) {
    sql.sql("delete from accounts.attempt where key_hash = :key and tries = 1")
        .param("key", key)
        .update();
    sql.sql(
            """
            update accounts.attempt set tries = tries - 1, locked_until = null
            where key_hash = :key and tries > 1
            """)
        .param("key", key)
        .update();
  }

  void delete(byte[] key) {
    sql.sql("delete from accounts.attempt where key_hash = :key").param("key", key).update();
  }

  void deleteOlderThan(Instant moment) {
    sql.sql("delete from accounts.attempt where last_try_at < :moment")
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .update();
  }
}
