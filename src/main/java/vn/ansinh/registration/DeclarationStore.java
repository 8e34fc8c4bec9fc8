package vn.ansinh.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.ansinh.files.FileId;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;

@Repository
class DeclarationStore {

  private final JdbcClient sql;
  private final Secrets secrets;
  private final JsonMapper json;

  DeclarationStore(JdbcClient sql, Secrets secrets, JsonMapper json) {
    this.sql = sql;
    this.secrets = secrets;
    this.json = json;
  }

  void insert(Declaration declaration) {
    values(
            sql.sql(
                """
                insert into registration.declaration
                  (person_id, id, code, status, version, matched_person_id, office_code, hand_in,
                   language, facts, portrait, paper_front, paper_back, submitted_at, declared_on,
                   act_by, reminded_at, paper_received_at, receipt_due, decision_due, decided_at)
                values
                  (:person, :id, :code, :status, :version, :matched, :office, :handIn,
                   :language, :facts, :portrait, :front, :back, :submittedAt, :declaredOn,
                   :actBy, :remindedAt, :paperReceivedAt, :receiptDue, :decisionDue, :decidedAt)
                """),
            declaration)
        .param("code", declaration.code().value())
        .param("submittedAt", utc(declaration.clock().submittedAt()))
        .update();
  }

  /**
   * Makes it read as {@code after}, one version further, if it still is at the version and status
   * of {@code before}; of any number of simultaneous callers one succeeds.
   */
  boolean replace(Declaration before, Declaration after, Instant now) {
    return values(
                sql.sql(
                    """
                    update registration.declaration
                    set status = :status, version = :version + 1, matched_person_id = :matched,
                        office_code = :office, hand_in = :handIn, language = :language,
                        facts = :facts, portrait = :portrait, paper_front = :front,
                        paper_back = :back, declared_on = :declaredOn, act_by = :actBy,
                        reminded_at = :remindedAt, paper_received_at = :paperReceivedAt,
                        receipt_due = :receiptDue, decision_due = :decisionDue,
                        decided_at = :decidedAt,
                        erased_at = case when cast(:facts as bytea) is null
                                         then coalesce(erased_at, :now) end
                    where person_id = :person and id = :id
                      and version = :version and status = :statusBefore
                    """),
                after)
            .param("statusBefore", before.status().name())
            .param("now", utc(now))
            .update()
        == 1;
  }

  Optional<Declaration> find(DeclarationId id) {
    return sql.sql(
            """
            select person_id, id, code, status, version, matched_person_id, office_code, hand_in,
                   language, facts, portrait, paper_front, paper_back, submitted_at, declared_on,
                   act_by, reminded_at, paper_received_at, receipt_due, decision_due, decided_at
            from registration.declaration where id = :id
            """)
        .param("id", id.value())
        .query((row, _) -> declaration(row))
        .optional();
  }

  /** Until the end of the transaction nobody else changes it. */
  Optional<Declaration> lock(DeclarationId id) {
    return sql.sql(
            """
            select person_id, id, code, status, version, matched_person_id, office_code, hand_in,
                   language, facts, portrait, paper_front, paper_back, submitted_at, declared_on,
                   act_by, reminded_at, paper_received_at, receipt_due, decision_due, decided_at
            from registration.declaration where id = :id for update
            """)
        .param("id", id.value())
        .query((row, _) -> declaration(row))
        .optional();
  }

  List<Declaration> findAll(Collection<DeclarationId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return sql.sql(
            """
            select person_id, id, code, status, version, matched_person_id, office_code, hand_in,
                   language, facts, portrait, paper_front, paper_back, submitted_at, declared_on,
                   act_by, reminded_at, paper_received_at, receipt_due, decision_due, decided_at
            from registration.declaration where id in (:ids)
            """)
        .param("ids", ids.stream().map(DeclarationId::value).toList())
        .query((row, _) -> declaration(row))
        .list();
  }

  /** Of the newest approved declaration that has one. */
  Optional<FileId> approvedPortrait(PersonId person) {
    return sql.sql(
            """
            select portrait from registration.declaration
            where matched_person_id = :person and status = 'APPROVED' and portrait is not null
            order by decided_at desc limit 1
            """)
        .param("person", person.value())
        .query((row, _) -> new FileId(row.getObject("portrait", UUID.class)))
        .optional();
  }

  List<Declaration> of(PersonId person) {
    return sql.sql(
            """
            select person_id, id, code, status, version, matched_person_id, office_code, hand_in,
                   language, facts, portrait, paper_front, paper_back, submitted_at, declared_on,
                   act_by, reminded_at, paper_received_at, receipt_due, decision_due, decided_at
            from registration.declaration where person_id = :person
            """)
        .param("person", person.value())
        .query((row, _) -> declaration(row))
        .list();
  }

  Photos photosOf(@Nullable DeclarationId id) {
    return id == null ? Photos.NONE : find(id).map(Declaration::photos).orElse(Photos.NONE);
  }

  private StatementSpec values(StatementSpec statement, Declaration it) {
    var clock = it.clock();
    return statement
        .param("person", it.person().value())
        .param("id", it.id().value())
        .param("status", it.status().name())
        .param("version", it.version())
        .param("matched", it.matched() == null ? null : it.matched().value())
        .param("office", it.officeCode())
        .param("handIn", it.handIn().name())
        .param("language", it.language().getLanguage())
        .param("facts", sealed(it))
        .param("portrait", id(it.photos().portrait()))
        .param("front", id(it.photos().paperFront()))
        .param("back", id(it.photos().paperBack()))
        .param("declaredOn", clock.declaredOn())
        .param("actBy", clock.actBy())
        .param("remindedAt", utc(clock.remindedAt()))
        .param("paperReceivedAt", utc(clock.paperReceivedAt()))
        .param("receiptDue", utc(clock.receiptDue()))
        .param("decisionDue", clock.decisionDue())
        .param("decidedAt", utc(clock.decidedAt()));
  }

  private Declaration declaration(ResultSet row) throws SQLException {
    var id = new DeclarationId(row.getObject("id", UUID.class));
    var matched = row.getObject("matched_person_id", UUID.class);
    return new Declaration(
        id,
        new PersonId(row.getObject("person_id", UUID.class)),
        matched == null ? null : new PersonId(matched),
        new DeclarationCode(row.getString("code")),
        DeclarationStatus.valueOf(row.getString("status")),
        row.getInt("version"),
        row.getString("office_code"),
        HandIn.valueOf(row.getString("hand_in")),
        Locale.of(row.getString("language")),
        opened(id, row.getBytes("facts")),
        new Photos(file(row, "portrait"), file(row, "paper_front"), file(row, "paper_back")),
        clock(row));
  }

  private static PromiseClock clock(ResultSet row) throws SQLException {
    return new PromiseClock(
        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
        row.getObject("declared_on", LocalDate.class),
        row.getObject("act_by", LocalDate.class),
        moment(row, "reminded_at"),
        moment(row, "paper_received_at"),
        moment(row, "receipt_due"),
        row.getObject("decision_due", LocalDate.class),
        moment(row, "decided_at"));
  }

  private byte @Nullable [] sealed(Declaration declaration) {
    return declaration.facts() == null
        ? null
        : secrets.seal(
            json.writeValueAsString(FactsRecord.of(declaration.facts())),
            context(declaration.id()));
  }

  private @Nullable DeclaredFacts opened(DeclarationId id, byte @Nullable [] sealed) {
    return sealed == null
        ? null
        : json.readValue(secrets.openText(sealed, context(id)), FactsRecord.class).read();
  }

  static String context(DeclarationId id) {
    return "registration.declaration.facts." + id.value();
  }

  private static @Nullable FileId file(ResultSet row, String column) throws SQLException {
    var id = row.getObject(column, UUID.class);
    return id == null ? null : new FileId(id);
  }

  private static @Nullable UUID id(@Nullable FileId file) {
    return file == null ? null : file.value();
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    var moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }
}
