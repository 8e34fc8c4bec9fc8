package vn.ansinh.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.ansinh.audit.Actor;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.Secrets;
import vn.ansinh.registration.DeclarationEvent.Change;
import vn.ansinh.registration.DeclarationEvent.Deed;

/** What was done to declarations. Notes and changes are sealed, and go with the personal data. */
@Repository
class HistoryStore {

  private record Details(@Nullable String note, Map<Field, Change> changes) {

    boolean isEmpty() {
      return note == null && changes.isEmpty();
    }
  }

  private final JdbcClient sql;
  private final Secrets secrets;
  private final JsonMapper json;

  HistoryStore(JdbcClient sql, Secrets secrets, JsonMapper json) {
    this.sql = sql;
    this.secrets = secrets;
    this.json = json;
  }

  void append(Declaration declaration, DeclarationEvent event) {
    var id = Ids.next();
    var from = event.from();
    sql.sql(
            """
            insert into registration.declaration_event
              (person_id, declaration_id, id, happened_at, deed, from_status, to_status,
               actor_kind, actor_id, reasons, details)
            values (:person, :declaration, :id, :at, :deed, :from, :to, :actorKind, :actorId,
                    cast(:reasons as jsonb), :details)
            """)
        .param("person", declaration.person().value())
        .param("declaration", declaration.id().value())
        .param("id", id)
        .param("at", event.at().atOffset(ZoneOffset.UTC))
        .param("deed", event.deed().name())
        .param("from", from == null ? null : from.name())
        .param("to", event.to().name())
        .param("actorKind", event.by().kind().name())
        .param("actorId", event.by().id())
        .param("reasons", json.writeValueAsString(event.reasons()))
        .param("details", sealed(id, new Details(event.note(), event.changes())))
        .update();
  }

  /** The oldest first. */
  List<DeclarationEvent> of(DeclarationId id) {
    return sql.sql(
            """
            select id, happened_at, deed, from_status, to_status, actor_kind, actor_id, reasons, details
            from registration.declaration_event
            where (person_id, declaration_id) in
              (select person_id, id from registration.declaration where id = :id)
            order by id
            """)
        .param("id", id.value())
        .query((row, _) -> event(row))
        .list();
  }

  void eraseDetails(Declaration declaration) {
    sql.sql(
            """
            update registration.declaration_event set details = null
            where person_id = :person and declaration_id = :declaration and details is not null
            """)
        .param("person", declaration.person().value())
        .param("declaration", declaration.id().value())
        .update();
  }

  private DeclarationEvent event(ResultSet row) throws SQLException {
    var details = opened(row.getObject("id", UUID.class), row.getBytes("details"));
    var from = row.getString("from_status");
    return new DeclarationEvent(
        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
        Deed.valueOf(row.getString("deed")),
        from == null ? null : DeclarationStatus.valueOf(from),
        DeclarationStatus.valueOf(row.getString("to_status")),
        new Actor(
            Actor.Kind.valueOf(row.getString("actor_kind")), row.getObject("actor_id", UUID.class)),
        List.of(json.readValue(row.getString("reasons"), String[].class)),
        details.note(),
        details.changes());
  }

  private byte @Nullable [] sealed(UUID id, Details details) {
    return details.isEmpty() ? null : secrets.seal(json.writeValueAsString(details), context(id));
  }

  private Details opened(UUID id, byte @Nullable [] sealed) {
    return sealed == null
        ? new Details(null, Map.of())
        : json.readValue(secrets.openText(sealed, context(id)), Details.class);
  }

  private static String context(UUID id) {
    return "registration.declaration_event.details." + id;
  }
}
