package vn.ansinh.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.OfficerId;

@Repository
class WorkingTimeStore {

  private final JdbcClient sql;

  WorkingTimeStore(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Everything together, by kind and assessment, and by officer; from the index alone.
   *
   * @param until exclusive
   */
  List<WorkingTime> between(
      Collection<String> offices, Instant from, Instant until, @Nullable OfficerId only) {
    return sql.sql(
            """
            select officer_id, kind, assessment, count(*) as decided,
                   count(worked_seconds) as measured,
                   percentile_disc(0.5) within group (order by worked_seconds) as median,
                   percentile_disc(0.9) within group (order by worked_seconds) as ninth
            from review.decision
            where office_code = any (:offices) and decided_at >= :from and decided_at < :until
              and (cast(:only as uuid) is null or officer_id = :only)
            group by grouping sets ((), (kind, assessment), (officer_id))
            order by grouping(officer_id) desc, grouping(kind) desc, officer_id, kind, assessment
            """)
        .param("offices", offices.toArray(String[]::new))
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .param("only", only == null ? null : only.value())
        .query((row, _) -> time(row))
        .list();
  }

  private static WorkingTime time(ResultSet row) throws SQLException {
    var officer = row.getObject("officer_id", UUID.class);
    var kind = row.getString("kind");
    var assessment = row.getString("assessment");
    return new WorkingTime(
        officer == null ? null : new OfficerId(officer),
        kind == null ? null : Decision.Kind.valueOf(kind),
        assessment == null ? null : Assessment.valueOf(assessment),
        row.getLong("decided"),
        row.getLong("measured"),
        duration(row, "median"),
        duration(row, "ninth"));
  }

  private static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
    var seconds = row.getObject(column, Integer.class);
    return seconds == null || row.getLong("measured") < WorkingTime.FEWEST
        ? null
        : Duration.ofSeconds(seconds);
  }
}
