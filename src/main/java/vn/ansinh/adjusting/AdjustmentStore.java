package vn.ansinh.adjusting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.files.FileId;
import vn.ansinh.files.FileKind;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.DeclarationCode;

/** Requests as their persons change them. Whoever writes holds the row. */
@Repository
class AdjustmentStore {

  private static final String OPEN =
      "where person_id = :person and status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED')";

  private final JdbcClient sql;
  private final AdjustmentRow rows;
  private final SealedAdjustments seal;

  AdjustmentStore(JdbcClient sql, AdjustmentRow rows, SealedAdjustments seal) {
    this.sql = sql;
    this.rows = rows;
    this.seal = seal;
  }

  /** Does nothing when the person has an open one; the partial unique index decides. */
  void insertDraft(
      PersonId person, UUID id, AdjustmentContent content, Instant now, Instant until) {
    sql.sql(
            """
            insert into adjusting.adjustment
              (person_id, id, status, version, content, changed_at, kept_until)
            values (:person, :id, 'DRAFT', 1, :content, :now, :until)
            on conflict (person_id) where status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED')
              do nothing
            """)
        .param("person", person.value())
        .param("id", id)
        .param("content", seal.seal(id, content))
        .param("now", utc(now))
        .param("until", utc(until))
        .update();
  }

  /** The one from which something may still come; there is no second. */
  Optional<Adjustment> open(PersonId person) {
    return sql.sql(AdjustmentRow.SELECT + OPEN)
        .param("person", person.value())
        .query((row, _) -> rows.adjustment(row))
        .optional();
  }

  /** As {@link #open}; whoever else wants to change it waits. */
  Optional<Adjustment> lockOpen(PersonId person) {
    return sql.sql(AdjustmentRow.SELECT + OPEN + " for update")
        .param("person", person.value())
        .query((row, _) -> rows.adjustment(row))
        .optional();
  }

  /** The newest, open or over. */
  Optional<Adjustment> newest(PersonId person) {
    return sql.sql(
            AdjustmentRow.SELECT
                + """
                where person_id = :person
                order by id desc
                limit 1
                """)
        .param("person", person.value())
        .query((row, _) -> rows.adjustment(row))
        .optional();
  }

  /** What was typed is another: a code sent before confirms nothing of it. */
  void save(Adjustment adjustment, AdjustmentContent content, Instant now, Instant until) {
    sql.sql(
            """
            update adjusting.adjustment
            set content = :content, version = version + 1, session_id = null, code_until = null,
              changed_at = :now, kept_until = :until
            where person_id = :person and id = :id and status in ('DRAFT', 'RETURNED')
            """)
        .param("content", seal.seal(adjustment.id(), content))
        .param("now", utc(now))
        .param("until", utc(until))
        .param("person", adjustment.person().value())
        .param("id", adjustment.id())
        .update();
  }

  void put(Adjustment adjustment, FileKind kind, FileId picture, Instant now) {
    sql.sql(
            """
            update adjusting.adjustment
            set birth_certificate =
                case when :kind = 'BIRTH_CERTIFICATE' then :picture else birth_certificate end,
              paper_front = case when :kind = 'PAPER_FRONT' then :picture else paper_front end,
              paper_back = case when :kind = 'PAPER_BACK' then :picture else paper_back end,
              residence_paper =
                case when :kind = 'RESIDENCE_PAPER' then :picture else residence_paper end,
              version = version + 1, session_id = null, code_until = null, changed_at = :now
            where person_id = :person and id = :id and status in ('DRAFT', 'RETURNED')
            """)
        .param("kind", kind.name())
        .param("picture", picture.value())
        .param("now", utc(now))
        .param("person", adjustment.person().value())
        .param("id", adjustment.id())
        .update();
  }

  /** From now on a code typed in this session hands it in. */
  void await(Adjustment adjustment, UUID session, Instant until) {
    sql.sql(
            """
            update adjusting.adjustment set session_id = :session, code_until = :until
            where person_id = :person and id = :id and status in ('DRAFT', 'RETURNED')
            """)
        .param("session", session)
        .param("until", utc(until))
        .param("person", adjustment.person().value())
        .param("id", adjustment.id())
        .update();
  }

  /** What becomes of a request when it is handed in. */
  record HandedIn(
      AdjustmentContent content,
      DeclarationCode code,
      LocalDate day,
      LocalDate effectiveOn,
      String office,
      Instant receiptDue,
      LocalDate decisionDue) {}

  void submit(Adjustment adjustment, HandedIn what, Instant now) {
    sql.sql(
            """
            update adjusting.adjustment
            set status = 'SUBMITTED', version = version + 1, content = :content, code = :code,
              declared_on = :day, effective_on = :effective, office_code = :office,
              submitted_at = coalesce(submitted_at, :now), receipt_due = :receipt,
              decision_due = :decision, decided_by = null, decided_at = null, answer = null,
              conflict = null, changed_at = :now, kept_until = null
            where person_id = :person and id = :id and status in ('DRAFT', 'RETURNED')
            """)
        .param("content", seal.seal(adjustment.id(), what.content()))
        .param("code", what.code().value())
        .param("day", what.day())
        .param("effective", what.effectiveOn())
        .param("office", what.office())
        .param("receipt", utc(what.receiptDue()))
        .param("decision", what.decisionDue())
        .param("now", utc(now))
        .param("person", adjustment.person().value())
        .param("id", adjustment.id())
        .update();
  }

  /** One that was never handed in. The caller holds the row. */
  void delete(Adjustment adjustment) {
    sql.sql(
            """
            delete from adjusting.adjustment
            where person_id = :person and id = :id and status = 'DRAFT'
            """)
        .param("person", adjustment.person().value())
        .param("id", adjustment.id())
        .update();
  }

  /** Nothing of what was typed stays, only that it was; one never decided is withdrawn. */
  void erase(Adjustment adjustment, Instant now) {
    sql.sql(
            """
            update adjusting.adjustment
            set status = case when status in ('REJECTED', 'DONE') then status else 'WITHDRAWN' end,
              version = version + 1, content = null, birth_certificate = null, paper_front = null,
              paper_back = null, residence_paper = null, session_id = null, code_until = null,
              taken_by = null, taken_at = null, answer = null, changed_at = :now, kept_until = null
            where person_id = :person and id = :id
            """)
        .param("now", utc(now))
        .param("person", adjustment.person().value())
        .param("id", adjustment.id())
        .update();
  }

  /** Those whose time to be kept is over, each for one node only until its transaction is over. */
  List<Adjustment> takeOutlived(Instant now, int most) {
    return sql.sql(
            AdjustmentRow.SELECT
                + """
                where kept_until < :now
                order by kept_until
                limit :most
                for update skip locked
                """)
        .param("now", utc(now))
        .param("most", most)
        .query((row, _) -> rows.adjustment(row))
        .list();
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
