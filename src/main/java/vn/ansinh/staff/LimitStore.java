package vn.ansinh.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LimitStore {

  /** How often something was tried, this time included. */
  record Count(int used, @Nullable Instant closedUntil) {}

  private final JdbcClient sql;

  LimitStore(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Counts a try before it is judged, so that a thousand at once are no more than the limit. The
   * last one allowed closes; those beyond it neither count further nor prolong the closing.
   */
  Count count(byte[] key, int limit, Duration window, Instant now) {
    return sql.sql(
            """
            insert into staff.sign_in_limit as a (key_hash, used, since, closed_until)
            values (:key, 1, :now, case when :limit <= 1 then :until end)
            on conflict (key_hash) do update set
              used = case when coalesce(a.closed_until, a.since + make_interval(secs => :window)) <= :now
                          then 1 else least(a.used, :limit) + 1 end,
              since = case when coalesce(a.closed_until, a.since + make_interval(secs => :window)) <= :now
                           then :now else a.since end,
              closed_until = case when coalesce(a.closed_until, a.since + make_interval(secs => :window)) <= :now
                                  then null
                                  when a.closed_until is null and a.used + 1 >= :limit then :until
                                  else a.closed_until end
            returning used, closed_until
            """)
        .param("key", key)
        .param("limit", limit)
        .param("window", window.toSeconds())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("until", now.plus(window).atOffset(ZoneOffset.UTC))
        .query(LimitStore::count)
        .single();
  }

  /** The try was right, or was not looked at: as if it had not been counted. */
  void giveBack(byte[] key, int limit) {
    sql.sql(
            """
            update staff.sign_in_limit
            set used = used - 1, closed_until = case when used - 1 >= :limit then closed_until end
            where key_hash = :key and used > 0
            """)
        .param("key", key)
        .param("limit", limit)
        .update();
  }

  void forget(byte[] key) {
    sql.sql("delete from staff.sign_in_limit where key_hash = :key").param("key", key).update();
  }

  void forgetOlderThan(Instant moment) {
    sql.sql(
            """
            delete from staff.sign_in_limit where since < :moment and coalesce(closed_until, since) < :moment
            """)
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Count count(ResultSet row, int number) throws SQLException {
    var until = row.getObject("closed_until", OffsetDateTime.class);
    return new Count(row.getInt("used"), until == null ? null : until.toInstant());
  }
}
