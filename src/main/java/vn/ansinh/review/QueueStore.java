package vn.ansinh.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.DeclarationStatus;
import vn.ansinh.registration.HandIn;

@Repository
class QueueStore {

  /** Whose queue, and when. */
  record View(
      Collection<String> offices, OfficerId me, Instant now, Instant soon, Instant endOfTomorrow) {}

  private final JdbcClient sql;

  QueueStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Adds the entry or makes it read as given; who has it in hand stays while it is in hand. */
  void put(QueueLine line, PersonId person, QueueSearch.Entry search) {
    sql.sql(
            """
            insert into review.queue_entry as q
                (declaration_id, person_id, office_code, code, full_name, search_text, number_hashes,
                 status, hand_in, submitted_at, receipt_due, decision_due, act_by, due_at, assessment)
            values (:id, :person, :office, :code, :name, :search, :numbers,
                    :status, :handIn, :submittedAt, :receiptDue, :decisionDue, :actBy, :dueAt, :assessment)
            on conflict (declaration_id) do update set
                office_code = excluded.office_code, full_name = excluded.full_name,
                search_text = excluded.search_text,
                number_hashes = excluded.number_hashes, status = excluded.status,
                hand_in = excluded.hand_in, receipt_due = excluded.receipt_due,
                decision_due = excluded.decision_due, act_by = excluded.act_by,
                due_at = excluded.due_at, assessment = excluded.assessment,
                assigned_to = case when excluded.status = 'IN_REVIEW'
                                    and excluded.office_code = q.office_code
                                   then q.assigned_to end,
                assigned_at = case when excluded.status = 'IN_REVIEW'
                                    and excluded.office_code = q.office_code
                                   then q.assigned_at end
            """)
        .param("id", line.id().value())
        .param("person", person.value())
        .param("office", line.officeCode())
        .param("code", line.code())
        .param("name", line.fullName())
        .param("search", search.text())
        .param("numbers", search.numbers())
        .param("status", line.status().name())
        .param("handIn", line.handIn().name())
        .param("submittedAt", at(line.submittedAt()))
        .param("receiptDue", line.receiptDue() == null ? null : at(line.receiptDue()))
        .param("decisionDue", line.decisionDue())
        .param("actBy", line.actBy())
        .param("dueAt", at(line.dueAt()))
        .param("assessment", line.assessment().name())
        .update();
  }

  /** Nothing happens to what has left the queue meanwhile. */
  void assess(DeclarationId id, Assessment assessment) {
    sql.sql(
            """
            update review.queue_entry set assessment = :assessment where declaration_id = :id
            """)
        .param("assessment", assessment.name())
        .param("id", id.value())
        .update();
  }

  void remove(DeclarationId id) {
    sql.sql("delete from review.queue_entry where declaration_id = :id")
        .param("id", id.value())
        .update();
  }

  Optional<QueueLine> find(DeclarationId id) {
    return sql.sql(
            """
            select declaration_id, code, full_name, office_code, status, hand_in, submitted_at,
                   receipt_due, decision_due, act_by, due_at, assessment, assigned_to
            from review.queue_entry
            where declaration_id = :id
            """)
        .param("id", id.value())
        .query((row, _) -> line(row))
        .optional();
  }

  /** False when it is not in the hands seen any more; relies on the row's own lock. */
  boolean assign(DeclarationId id, @Nullable OfficerId seen, OfficerId officer, Instant now) {
    return sql.sql(
                """
                update review.queue_entry set assigned_to = :officer, assigned_at = :at
                where declaration_id = :id and status = 'IN_REVIEW'
                  and assigned_to is not distinct from cast(:seen as uuid)
                """)
            .param("officer", officer.value())
            .param("at", at(now))
            .param("id", id.value())
            .param("seen", seen == null ? null : seen.value())
            .update()
        == 1;
  }

  List<QueueLine> page(
      QueueFilter filter, List<QueueSearch.Term> terms, View view, int limit, int offset) {
    return sql.sql(
            """
            select declaration_id, code, full_name, office_code, status, hand_in, submitted_at,
                   receipt_due, decision_due, act_by, due_at, assessment, assigned_to
            from review.queue_entry
            where office_code = any (:offices)
              and case :tab
                    when 'NEW' then status = 'SUBMITTED'
                    when 'WAITING' then status in ('AWAITING_PAPER', 'ASKED_TO_COME')
                    when 'RETURNED' then status = 'RETURNED'
                    when 'DUE_SOON' then (status = 'SUBMITTED' and due_at <= :soon)
                                      or (status = 'IN_REVIEW' and due_at <= :endOfTomorrow)
                    when 'MINE' then assigned_to = :me
                    else true
                  end
              and not exists (
                select from unnest(cast(:patterns as text[]), cast(:numbers as bytea[]))
                            as term (pattern, number)
                where search_text not like term.pattern and term.number <> all (number_hashes))
              and (cast(:handIn as text) is null or hand_in = :handIn)
              and (cast(:assessment as text) is null or assessment = :assessment)
              and (cast(:from as timestamptz) is null or submitted_at >= :from)
              and (cast(:until as timestamptz) is null or submitted_at < :until)
            order by case when :sort = 'ASSESSMENT' then
                       case assessment when 'CONSISTENT' then 0 when 'LOOK_HERE' then 1 else 2 end
                     end,
                     case when :sort in ('DUE', 'ASSESSMENT') then due_at
                          when :sort = 'OLDEST' then submitted_at end,
                     case when :sort = 'NEWEST' then submitted_at end desc,
                     case when :sort = 'NAME' then search_text end,
                     declaration_id
            limit :limit offset :offset
            """)
        .param("offices", view.offices().toArray(String[]::new))
        .param("tab", filter.tab().name())
        .param("soon", at(view.soon()))
        .param("endOfTomorrow", at(view.endOfTomorrow()))
        .param("me", view.me().value())
        .param("patterns", terms.stream().map(QueueSearch.Term::pattern).toArray(String[]::new))
        .param("numbers", terms.stream().map(QueueSearch.Term::number).toArray(byte[][]::new))
        .param("handIn", filter.handIn() == null ? null : filter.handIn().name())
        .param("assessment", filter.assessment() == null ? null : filter.assessment().name())
        .param("from", startOf(filter.from()))
        .param("until", filter.until() == null ? null : startOf(filter.until().plusDays(1)))
        .param("sort", filter.sort().name())
        .param("limit", limit)
        .param("offset", offset)
        .query((row, _) -> line(row))
        .list();
  }

  Map<QueueTab, Long> counts(View view) {
    return sql.sql(
            """
            select count(*) filter (where status = 'SUBMITTED') as new,
                   count(*) filter (where status in ('AWAITING_PAPER', 'ASKED_TO_COME')) as waiting,
                   count(*) filter (where status = 'RETURNED') as returned,
                   count(*) filter (where (status = 'SUBMITTED' and due_at <= :soon)
                                       or (status = 'IN_REVIEW' and due_at <= :endOfTomorrow)) as due_soon,
                   count(*) filter (where assigned_to = :me) as mine,
                   count(*) as all
            from review.queue_entry
            where office_code = any (:offices)
            """)
        .param("offices", view.offices().toArray(String[]::new))
        .param("soon", at(view.soon()))
        .param("endOfTomorrow", at(view.endOfTomorrow()))
        .param("me", view.me().value())
        .query(
            (row, _) -> {
              var counts = new EnumMap<QueueTab, Long>(QueueTab.class);
              for (var tab : QueueTab.values()) {
                counts.put(tab, row.getLong(tab.name().toLowerCase(java.util.Locale.ROOT)));
              }
              return counts;
            })
        .single();
  }

  long countAt(String officeCode) {
    return sql.sql("select count(*) from review.queue_entry where office_code = :office")
        .param("office", officeCode)
        .query(Long.class)
        .single();
  }

  /** What the officer has in hand first, then what nobody has; what was just seen comes last. */
  Optional<DeclarationId> next(View view, @Nullable DeclarationId after) {
    return sql.sql(
            """
            select declaration_id
            from review.queue_entry
            where office_code = any (:offices)
              and ((status = 'IN_REVIEW' and (assigned_to = :me or assigned_to is null))
                   or status = 'SUBMITTED')
            order by (declaration_id = cast(:after as uuid)) is true,
                     assigned_to is null, due_at, declaration_id
            limit 1
            """)
        .param("offices", view.offices().toArray(String[]::new))
        .param("me", view.me().value())
        .param("after", after == null ? null : after.value())
        .query((row, _) -> new DeclarationId(row.getObject("declaration_id", UUID.class)))
        .optional();
  }

  List<Workload> workloads(Collection<String> offices, Instant now, Instant startOfToday) {
    return sql.sql(
            """
            select officer_id, sum(in_hand) as in_hand, sum(overdue) as overdue,
                   sum(decided) as decided
            from (
                select assigned_to as officer_id, 1 as in_hand,
                       case when due_at < :now then 1 else 0 end as overdue, 0 as decided
                from review.queue_entry
                where office_code = any (:offices) and assigned_to is not null
                union all
                select officer_id, 0, 0, 1
                from review.decision
                where office_code = any (:offices) and decided_at >= :startOfToday
            ) as work
            group by officer_id
            order by in_hand desc, officer_id
            """)
        .param("offices", offices.toArray(String[]::new))
        .param("now", at(now))
        .param("startOfToday", at(startOfToday))
        .query(
            (row, _) ->
                new Workload(
                    new OfficerId(row.getObject("officer_id", UUID.class)),
                    row.getLong("in_hand"),
                    row.getLong("overdue"),
                    row.getLong("decided")))
        .list();
  }

  private static QueueLine line(ResultSet row) throws SQLException {
    var assigned = row.getObject("assigned_to", UUID.class);
    var receiptDue = row.getObject("receipt_due", OffsetDateTime.class);
    return new QueueLine(
        new DeclarationId(row.getObject("declaration_id", UUID.class)),
        row.getString("code"),
        row.getString("full_name"),
        row.getString("office_code"),
        DeclarationStatus.valueOf(row.getString("status")),
        HandIn.valueOf(row.getString("hand_in")),
        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
        receiptDue == null ? null : receiptDue.toInstant(),
        row.getObject("decision_due", LocalDate.class),
        row.getObject("act_by", LocalDate.class),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        Assessment.valueOf(row.getString("assessment")),
        assigned == null ? null : new OfficerId(assigned));
  }

  private static @Nullable OffsetDateTime startOf(@Nullable LocalDate day) {
    return day == null ? null : at(day.atStartOfDay(VietnamTime.ZONE).toInstant());
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
