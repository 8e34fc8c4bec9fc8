package vn.ansinh.adjusting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.registration.DeclarationCode;

/** Requests as offices look them through: never by more entries than a page for each office. */
@Repository
class AdjustmentQueueStore {

  /** What is promised first in front. */
  static final String EARLIEST =
      """
      where (person_id, id) in (
        select entry.person_id, entry.id
        from unnest(cast(:offices as text[])) as office(code)
        cross join lateral (
          select person_id, id, decision_due from adjusting.adjustment
          where office_code = office.code and status = :status
            and (decision_due, id) > (:day, :after)
          order by decision_due, id
          limit :most) entry
        order by entry.decision_due, entry.id
        limit :most)
      order by decision_due, id
      """;

  /** The other way round. */
  static final String LATEST =
      """
      where (person_id, id) in (
        select entry.person_id, entry.id
        from unnest(cast(:offices as text[])) as office(code)
        cross join lateral (
          select person_id, id, decision_due from adjusting.adjustment
          where office_code = office.code and status = :status
            and (decision_due, id) < (:day, :after)
          order by decision_due desc, id desc
          limit :most) entry
        order by entry.decision_due desc, entry.id desc
        limit :most)
      order by decision_due desc, id desc
      """;

  static final String COUNTED =
      """
      select status, count(*) as of_it from adjusting.adjustment
      where office_code = any (:offices) and status in ('SUBMITTED', 'RETURNED', 'APPROVED')
      group by status
      """;

  static final String BY_CODE = "where code = :code";

  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final UUID BEHIND_ALL = new UUID(-1, -1);
  private static final LocalDate FIRST_DAY = LocalDate.EPOCH;
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private final JdbcClient sql;
  private final AdjustmentRow rows;

  AdjustmentQueueStore(JdbcClient sql, AdjustmentRow rows) {
    this.sql = sql;
    this.rows = rows;
  }

  /** Behind the last of the page before; from the first where there was none. */
  List<Adjustment> earliest(
      Collection<String> offices, AdjustmentStatus status, Optional<Adjustment> after, int most) {
    return page(EARLIEST, offices, status, after, FIRST_DAY, BEFORE_ALL, most);
  }

  List<Adjustment> latest(
      Collection<String> offices, AdjustmentStatus status, Optional<Adjustment> after, int most) {
    return page(LATEST, offices, status, after, LAST_DAY, BEHIND_ALL, most);
  }

  private List<Adjustment> page(
      String which,
      Collection<String> offices,
      AdjustmentStatus status,
      Optional<Adjustment> after,
      LocalDate day,
      UUID id,
      int most) {
    return sql.sql(AdjustmentRow.SELECT + which)
        .param("offices", offices.toArray(String[]::new))
        .param("status", status.name())
        .param("day", after.map(Adjustment::decisionDue).orElse(day))
        .param("after", after.map(Adjustment::id).orElse(id))
        .param("most", most)
        .query((row, _) -> rows.adjustment(row))
        .list();
  }

  /** How many there are of those that are not over. */
  Map<AdjustmentStatus, Long> counts(Collection<String> offices) {
    var counts = new EnumMap<AdjustmentStatus, Long>(AdjustmentStatus.class);
    sql.sql(COUNTED)
        .param("offices", offices.toArray(String[]::new))
        .query(
            row -> {
              counts.put(AdjustmentStatus.valueOf(row.getString("status")), row.getLong("of_it"));
            });
    return counts;
  }

  Optional<Adjustment> byCode(DeclarationCode code) {
    return sql.sql(AdjustmentRow.SELECT + BY_CODE)
        .param("code", code.value())
        .query((row, _) -> rows.adjustment(row))
        .optional();
  }
}
