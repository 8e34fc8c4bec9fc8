package vn.ansinh.accounts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BudgetStore {

  record Count(int used, Instant windowEnd) {}

  private final JdbcClient sql;

  BudgetStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Counts one refusal beyond the limit at most: a flood does not make the number grow. */
  Count use(byte[] key, int uses, Instant now, Instant windowEnd, int limit) {
    return sql.sql(
            """
            insert into accounts.budget as b (key_hash, window_start, window_end, used)
            values (:key, :now, :end, :uses)
            on conflict (key_hash) do update set
              window_start = case when b.window_end <= :now then :now else b.window_start end,
              window_end = case when b.window_end <= :now then :end else b.window_end end,
              used = case when b.window_end <= :now then :uses else least(b.used, :limit) + :uses end
            returning b.used, b.window_end
            """)
        .param("key", key)
        .param("uses", uses)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("end", windowEnd.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(
            (row, _) ->
                new Count(
                    row.getInt("used"),
                    row.getObject("window_end", OffsetDateTime.class).toInstant()))
        .single();
  }

  Optional<Instant> spentUntil(byte[] key, Instant now, int limit) {
    return sql.sql(
            """
            select window_end from accounts.budget
            where key_hash = :key and window_end > :now and used >= :limit
            """)
        .param("key", key)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query((row, _) -> row.getObject("window_end", OffsetDateTime.class).toInstant())
        .optional();
  }

  int used(byte[] key, Instant now) {
    return sql.sql("select used from accounts.budget where key_hash = :key and window_end > :now")
        .param("key", key)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  /** The last one stays: a row counts at least one. */
  void giveBack(byte[] key, int uses, Instant now) {
    sql.sql(
            """
            update accounts.budget set used = greatest(1, used - :uses)
            where key_hash = :key and window_end > :now
            """)
        .param("key", key)
        .param("uses", uses)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void deleteEndedBefore(Instant moment) {
    sql.sql("delete from accounts.budget where window_end < :moment")
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .update();
  }
}
