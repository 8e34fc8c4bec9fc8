package vn.ansinh.adjusting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.PersonId;

/** Requests as the office and its jobs move them. */
@Repository
class AdjustmentDeskStore {

  /** Somebody whose approved request is due, and the place in the line. */
  record Due(PersonId person, LocalDate day) {}

  private final JdbcClient sql;
  private final AdjustmentRow rows;
  private final SealedAdjustments seal;

  AdjustmentDeskStore(JdbcClient sql, AdjustmentRow rows, SealedAdjustments seal) {
    this.sql = sql;
    this.rows = rows;
    this.seal = seal;
  }

  /** Whoever asks; for officers. */
  Optional<Adjustment> find(UUID id) {
    return sql.sql(AdjustmentRow.SELECT + "where id = :id")
        .param("id", id)
        .query((row, _) -> rows.adjustment(row))
        .optional();
  }

  /**
   * False when somebody else has it and it is not to be taken from them, or it does not wait.
   *
   * @param fromOthers whether it may be taken from a colleague
   */
  boolean take(Adjustment adjustment, UUID officer, boolean fromOthers, Instant now) {
    return sql.sql(
                """
                update adjusting.adjustment
                set taken_by = :officer, taken_at = :now, receipt_due = null
                where person_id = :person and id = :id and status = 'SUBMITTED'
                  and (taken_by is null or taken_by = :officer or :fromOthers)
                """)
            .param("officer", officer)
            .param("now", utc(now))
            .param("fromOthers", fromOthers)
            .param("person", adjustment.person().value())
            .param("id", adjustment.id())
            .update()
        == 1;
  }

  /** False when this officer does not have it. */
  boolean giveBack(Adjustment adjustment, UUID officer) {
    return sql.sql(
                """
                update adjusting.adjustment set taken_by = null, taken_at = null
                where person_id = :person and id = :id and status = 'SUBMITTED' and taken_by = :officer
                """)
            .param("person", adjustment.person().value())
            .param("id", adjustment.id())
            .param("officer", officer)
            .update()
        == 1;
  }

  /** A decision as it is written down. */
  record Written(
      AdjustmentStatus status,
      AdjustmentContent content,
      UUID officer,
      String answer,
      @Nullable Instant keptUntil) {}

  /** False when it is not the version decided on any more, or another officer's. */
  boolean decide(Adjustment seen, Written decision, Instant now) {
    var until = decision.keptUntil();
    return sql.sql(
                """
                update adjusting.adjustment
                set status = :status, version = version + 1, content = :content, decided_by = :officer,
                  decided_at = :now, answer = :answer, conflict = null, taken_by = null, taken_at = null,
                  session_id = null, code_until = null, changed_at = :now, kept_until = :until
                where person_id = :person and id = :id and status = 'SUBMITTED' and version = :version
                  and taken_by = :officer
                """)
            .param("status", decision.status().name())
            .param("content", seal.seal(seen.id(), decision.content()))
            .param("officer", decision.officer())
            .param("now", utc(now))
            .param("answer", seal.sealAnswer(seen.id(), decision.answer()))
            .param("until", until == null ? null : utc(until))
            .param("person", seen.person().value())
            .param("id", seen.id())
            .param("version", seen.version())
            .update()
        == 1;
  }

  /** The next in line behind somebody, the earliest day first; locks nobody. */
  List<Due> due(LocalDate today, Due after, int most) {
    return sql.sql(
            """
            select person_id, effective_on from adjusting.adjustment
            where status = 'APPROVED' and effective_on <= :today
              and (effective_on, person_id) > (:afterDay, :afterPerson)
            order by effective_on, person_id
            limit :most
            """)
        .param("today", today)
        .param("afterDay", after.day())
        .param("afterPerson", after.person().value())
        .param("most", most)
        .query(
            (row, _) ->
                new Due(
                    new PersonId(row.getObject("person_id", UUID.class)),
                    row.getObject("effective_on", LocalDate.class)))
        .list();
  }

  /** Its day came and the register says it. The caller holds the row. */
  void finish(Adjustment adjustment, Instant keptUntil, Instant now) {
    sql.sql(
            """
            update adjusting.adjustment
            set status = 'DONE', version = version + 1, changed_at = :now, kept_until = :until
            where person_id = :person and id = :id and status = 'APPROVED'
            """)
        .param("now", utc(now))
        .param("until", utc(keptUntil))
        .param("person", adjustment.person().value())
        .param("id", adjustment.id())
        .update();
  }

  /** Back to the office, which was wrong or overtaken. The caller holds the row. */
  void reopen(Adjustment adjustment, Conflict why, LocalDate decisionDue, Instant now) {
    sql.sql(
            """
            update adjusting.adjustment
            set status = 'SUBMITTED', version = version + 1, conflict = :why, decision_due = :due,
              decided_by = null, decided_at = null, changed_at = :now
            where person_id = :person and id = :id and status = 'APPROVED'
            """)
        .param("why", why.name())
        .param("due", decisionDue)
        .param("now", utc(now))
        .param("person", adjustment.person().value())
        .param("id", adjustment.id())
        .update();
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
