package vn.ansinh.guardianship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.files.FileId;
import vn.ansinh.files.FileKind;
import vn.ansinh.platform.PersonId;

/** Applications for children, from the draft to the decision. */
@Repository
class ApplicationStore {

  private static final String SELECT =
      """
      select id, person_id, status, version, content, portrait, certificate, office_code, child_id,
        changed_at, submitted_at, decided_at, reasons, note
      from guardianship.application
      """;

  /** Also looked at by the test of its plans. */
  static final String WAITING =
      """
      where status = 'SUBMITTED' and office_code = any (:offices)
        and (submitted_at, id) > (:since, :after)
      order by submitted_at, id
      limit :most
      """;

  private final JdbcClient sql;
  private final SealedApplications seal;

  ApplicationStore(JdbcClient sql, SealedApplications seal) {
    this.sql = sql;
    this.seal = seal;
  }

  /** Does nothing when the guardian has a draft; the partial unique index decides. */
  void insertDraft(
      PersonId guardian, ApplicationId id, ChildForm form, Instant now, Instant until) {
    sql.sql(
            """
            insert into guardianship.application
              (person_id, id, status, version, content, changed_at, kept_until)
            values (:guardian, :id, 'DRAFT', 1, :content, :now, :until)
            on conflict (person_id) where status = 'DRAFT' do nothing
            """)
        .param("guardian", guardian.value())
        .param("id", id.value())
        .param("content", seal.seal(id, form))
        .param("now", utc(now))
        .param("until", utc(until))
        .update();
  }

  /** The one draft there is. */
  Optional<ChildApplication> draft(PersonId guardian) {
    return sql.sql(
            SELECT
                + """
            where person_id = :guardian and status = 'DRAFT'
            """)
        .param("guardian", guardian.value())
        .query((row, _) -> application(row))
        .optional();
  }

  /** Of this guardian only. */
  Optional<ChildApplication> find(PersonId guardian, ApplicationId id) {
    return sql.sql(
            SELECT
                + """
            where person_id = :guardian and id = :id
            """)
        .param("guardian", guardian.value())
        .param("id", id.value())
        .query((row, _) -> application(row))
        .optional();
  }

  /** As {@link #find}; whoever else wants to change it waits. */
  Optional<ChildApplication> lock(PersonId guardian, ApplicationId id) {
    return sql.sql(
            SELECT
                + """
            where person_id = :guardian and id = :id
            for update
            """)
        .param("guardian", guardian.value())
        .param("id", id.value())
        .query((row, _) -> application(row))
        .optional();
  }

  /** Whoever applies; for officers. */
  Optional<ChildApplication> find(ApplicationId id) {
    return sql.sql(
            SELECT
                + """
            where id = :id
            """)
        .param("id", id.value())
        .query((row, _) -> application(row))
        .optional();
  }

  /** The newest first. */
  List<ChildApplication> of(PersonId guardian) {
    return sql.sql(
            SELECT
                + """
            where person_id = :guardian
            order by changed_at desc
            limit 50
            """)
        .param("guardian", guardian.value())
        .query((row, _) -> application(row))
        .list();
  }

  /** Handed in to one of these offices, the oldest first; those after one, if one is given. */
  List<ChildApplication> waiting(
      Collection<String> offices, @Nullable ChildApplication after, int most) {
    var since = after == null || after.submittedAt() == null ? Instant.EPOCH : after.submittedAt();
    return sql.sql(SELECT + WAITING)
        .param("offices", offices.toArray(String[]::new))
        .param("since", utc(since))
        .param("after", after == null ? new UUID(0, 0) : after.id().value())
        .param("most", most)
        .query((row, _) -> application(row))
        .list();
  }

  /** How many of each of these guardians wait; those of whom none does are missing. */
  Map<PersonId, Integer> waitingOf(Collection<PersonId> guardians) {
    var counts = new HashMap<PersonId, Integer>();
    sql.sql(
            """
            select person_id, count(*) as waiting from guardianship.application
            where person_id = any (:guardians) and status = 'SUBMITTED'
            group by person_id
            """)
        .param("guardians", guardians.stream().map(PersonId::value).toArray(UUID[]::new))
        .query(
            row -> {
              counts.put(
                  new PersonId(row.getObject("person_id", UUID.class)), row.getInt("waiting"));
            });
    return counts;
  }

  /** Approved ones about a child, the newest first. */
  List<ChildApplication> approved(PersonId child) {
    return sql.sql(
            SELECT
                + """
            where child_id = :child and status = 'APPROVED'
            order by decided_at desc
            limit 20
            """)
        .param("child", child.value())
        .query((row, _) -> application(row))
        .list();
  }

  /** Those whose time to be kept is over, each for one node only until its transaction is over. */
  List<ChildApplication> takeOutlived(Instant now, int most) {
    return sql.sql(
            SELECT
                + """
            where kept_until < :now
            order by kept_until
            limit :most
            for update skip locked
            """)
        .param("now", utc(now))
        .param("most", most)
        .query((row, _) -> application(row))
        .list();
  }

  /** The caller holds the row. */
  void save(ChildApplication application, ChildForm form, Instant now, Instant until) {
    sql.sql(
            """
            update guardianship.application
            set content = :content, version = version + 1, changed_at = :now, kept_until = :until
            where person_id = :guardian and id = :id and status in ('DRAFT', 'RETURNED')
            """)
        .param("content", seal.seal(application.id(), form))
        .param("now", utc(now))
        .param("until", utc(until))
        .param("guardian", application.guardian().value())
        .param("id", application.id().value())
        .update();
  }

  /** The caller holds the row. */
  void put(ChildApplication application, FileKind kind, FileId picture, Instant now) {
    sql.sql(
            """
            update guardianship.application
            set portrait = case when :portrait then :picture else portrait end,
              certificate = case when :portrait then certificate else :picture end,
              version = version + 1, changed_at = :now
            where person_id = :guardian and id = :id and status in ('DRAFT', 'RETURNED')
            """)
        .param("portrait", kind == FileKind.PORTRAIT)
        .param("picture", picture.value())
        .param("now", utc(now))
        .param("guardian", application.guardian().value())
        .param("id", application.id().value())
        .update();
  }

  /** The caller holds the row. */
  void submit(ChildApplication application, String office, @Nullable PersonId child, Instant now) {
    sql.sql(
            """
            update guardianship.application
            set status = 'SUBMITTED', version = version + 1, office_code = :office, child_id = :child,
              changed_at = :now, submitted_at = :now, reasons = '{}', note = null, kept_until = null
            where person_id = :guardian and id = :id and status in ('DRAFT', 'RETURNED')
            """)
        .param("office", office)
        .param("child", child == null ? null : child.value())
        .param("now", utc(now))
        .param("guardian", application.guardian().value())
        .param("id", application.id().value())
        .update();
  }

  /** A decision as it is written down. */
  record Written(
      ApplicationStatus status,
      @Nullable UUID child,
      UUID officer,
      List<String> reasons,
      String note,
      @Nullable Instant keptUntil) {}

  /** False when it is not the version decided on any more. */
  boolean decide(ChildApplication seen, Written decision, Instant now) {
    var until = decision.keptUntil();
    return sql.sql(
                """
                update guardianship.application
                set status = :status, version = version + 1, child_id = coalesce(:child, child_id),
                  changed_at = :now, decided_at = :now, decided_by = :officer, reasons = :reasons,
                  note = :note, kept_until = :until
                where person_id = :guardian and id = :id and status = 'SUBMITTED'
                  and version = :version
                """)
            .param("status", decision.status().name())
            .param("child", decision.child())
            .param("now", utc(now))
            .param("officer", decision.officer())
            .param("reasons", decision.reasons().toArray(String[]::new))
            .param("note", seal.sealNote(seen.id(), decision.note()))
            .param("until", until == null ? null : utc(until))
            .param("guardian", seen.guardian().value())
            .param("id", seen.id().value())
            .param("version", seen.version())
            .update()
        == 1;
  }

  /** Nothing of what was typed stays; one that was never decided is withdrawn. */
  void erase(ChildApplication application, Instant now) {
    sql.sql(
            """
            update guardianship.application
            set status = case when status = 'REJECTED' then status else 'WITHDRAWN' end,
              version = version + 1, content = null, portrait = null, certificate = null, note = null,
              child_id = null, changed_at = :now, kept_until = null
            where person_id = :guardian and id = :id
            """)
        .param("now", utc(now))
        .param("guardian", application.guardian().value())
        .param("id", application.id().value())
        .update();
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private ChildApplication application(ResultSet row) throws SQLException {
    var id = new ApplicationId(row.getObject("id", UUID.class));
    var child = row.getObject("child_id", UUID.class);
    return new ChildApplication(
        id,
        new PersonId(row.getObject("person_id", UUID.class)),
        ApplicationStatus.valueOf(row.getString("status")),
        row.getInt("version"),
        seal.form(id, row.getBytes("content")),
        file(row, "portrait"),
        file(row, "certificate"),
        row.getString("office_code"),
        child == null ? null : new PersonId(child),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        moment(row, "submitted_at"),
        moment(row, "decided_at"),
        List.of((String[]) row.getArray("reasons").getArray()),
        seal.note(id, row.getBytes("note")));
  }

  private static @Nullable FileId file(ResultSet row, String column) throws SQLException {
    var id = row.getObject(column, UUID.class);
    return id == null ? null : new FileId(id);
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    var moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
