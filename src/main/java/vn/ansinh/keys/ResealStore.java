package vn.ansinh.keys;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far sealing again has come, so that it goes on where it was broken off. */
@Repository
class ResealStore {

  /**
   * @param upTo null before the first step
   */
  record Progress(
      String dataKey, @Nullable String upTo, long seen, long resealed, @Nullable Instant doneAt) {}

  private final JdbcClient sql;

  ResealStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Progress> find(String place) {
    return sql.sql(
            """
            select data_key, seen_up_to, seen, resealed, done_at from keys.reseal
            where name = :place
            """)
        .param("place", place)
        .query(
            (row, _) -> {
              var done = row.getObject("done_at", OffsetDateTime.class);
              return new Progress(
                  row.getString("data_key"),
                  row.getString("seen_up_to"),
                  row.getLong("seen"),
                  row.getLong("resealed"),
                  done == null ? null : done.toInstant());
            })
        .optional();
  }

  void note(String place, Progress progress) {
    var done = progress.doneAt();
    sql.sql(
            """
            insert into keys.reseal (name, data_key, seen_up_to, seen, resealed, done_at)
            values (:place, :key, :upTo, :seen, :resealed, cast(:done as timestamptz))
            on conflict (name) do update set
                data_key = excluded.data_key, seen_up_to = excluded.seen_up_to,
                seen = excluded.seen, resealed = excluded.resealed, done_at = excluded.done_at
            """)
        .param("place", place)
        .param("key", progress.dataKey())
        .param("upTo", progress.upTo())
        .param("seen", progress.seen())
        .param("resealed", progress.resealed())
        .param("done", done == null ? null : done.atOffset(ZoneOffset.UTC))
        .update();
  }
}
