package vn.ansinh.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.ansinh.platform.Ids;

@Repository
class AuditStore {

  private final JdbcClient sql;
  private final Clock clock;
  private final JsonMapper json;

  AuditStore(JdbcClient sql, Clock clock, JsonMapper json) {
    this.sql = sql;
    this.clock = clock;
    this.json = json;
  }

  static AuditStore of(DataSource database, Clock clock, JsonMapper json) {
    return new AuditStore(JdbcClient.create(database), clock, json);
  }

  void append(
      String action,
      Actor actor,
      Subject subject,
      Map<String, String> details,
      @Nullable String request) {
    sql.sql(
            """
            insert into audit.entry
              (id, happened_at, action, actor_kind, actor_id, subject_kind, subject_id, person_id, details, request_id)
            values
              (:id, :happenedAt, :action, :actorKind, :actorId, :subjectKind, :subjectId, :personId,
               cast(:details as jsonb), :request)
            """)
        .param("id", Ids.next())
        .param("happenedAt", clock.instant().atOffset(ZoneOffset.UTC))
        .param("action", action)
        .param("actorKind", actor.kind().name())
        .param("actorId", actor.id())
        .param("subjectKind", subject.kind())
        .param("subjectId", subject.id())
        .param("personId", subject.person() == null ? null : subject.person().value())
        .param("details", json.writeValueAsString(details))
        .param("request", request)
        .update();
  }

  /** Along the index by subject. */
  List<Instant> moments(Actor actor, Subject subject, Instant after) {
    return sql.sql(
            """
            select happened_at from (
                select happened_at from audit.entry
                where subject_kind = :kind and subject_id = :subject and happened_at > :after
                  and actor_kind = :actorKind and actor_id = :actor
                order by happened_at desc
                limit 1000
            ) as newest
            order by happened_at
            """)
        .param("kind", subject.kind())
        .param("subject", subject.id())
        .param("after", after.atOffset(ZoneOffset.UTC))
        .param("actorKind", actor.kind().name())
        .param("actor", actor.id())
        .query((row, _) -> row.getObject("happened_at", OffsetDateTime.class).toInstant())
        .list();
  }
}
