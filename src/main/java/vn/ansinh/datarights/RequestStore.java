package vn.ansinh.datarights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;

@Repository
class RequestStore {

  private final JdbcClient sql;
  private final Secrets secrets;

  RequestStore(JdbcClient sql, Secrets secrets) {
    this.sql = sql;
    this.secrets = secrets;
  }

  /** False when one of the kind waits; relies on the partial unique index. */
  boolean insert(DataRequest request) {
    return sql.sql(
                """
                insert into datarights.request
                  (person_id, id, kind, office_code, wish, status, submitted_at, due_on)
                values (:person, :id, :kind, :office, :wish, 'WAITING', :at, :due)
                on conflict (person_id, kind) where status = 'WAITING' do nothing
                """)
            .param("person", request.person().value())
            .param("id", request.id())
            .param("kind", request.kind().name())
            .param("office", request.officeCode())
            .param("wish", secrets.seal(request.wish(), context("wish", request.id())))
            .param("at", request.submittedAt().atOffset(ZoneOffset.UTC))
            .param("due", request.dueOn())
            .update()
        == 1;
  }

  /** The newest first. */
  List<DataRequest> of(PersonId person) {
    return sql.sql(
            """
            select person_id, id, kind, office_code, wish, status, submitted_at, due_on, ended_at, answer
            from datarights.request
            where person_id = :person
            order by submitted_at desc, id desc
            limit 100
            """)
        .param("person", person.value())
        .query((row, _) -> request(row))
        .list();
  }

  /** What is due first, first. */
  List<DataRequest> waiting(Collection<String> officeCodes) {
    return sql.sql(
            """
            select person_id, id, kind, office_code, wish, status, submitted_at, due_on, ended_at, answer
            from datarights.request
            where status = 'WAITING' and office_code = any (:offices)
            order by due_on, submitted_at, id
            limit 200
            """)
        .param("offices", officeCodes.toArray(String[]::new))
        .query((row, _) -> request(row))
        .list();
  }

  /** Of two who answer at once, or one who answers and one who withdraws, the second waits here. */
  Optional<DataRequest> lockWaiting(UUID id) {
    return sql.sql(
            """
            select person_id, id, kind, office_code, wish, status, submitted_at, due_on, ended_at, answer
            from datarights.request
            where id = :id and status = 'WAITING'
            for update
            """)
        .param("id", id)
        .query((row, _) -> request(row))
        .optional();
  }

  void answer(DataRequest request, RequestStatus status, String answer, OfficerId by, Instant at) {
    sql.sql(
            """
            update datarights.request
            set status = :status, answer = :answer, answered_by = :by, ended_at = :at
            where person_id = :person and id = :id
            """)
        .param("status", status.name())
        .param("answer", secrets.seal(answer, context("answer", request.id())))
        .param("by", by.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("person", request.person().value())
        .param("id", request.id())
        .update();
  }

  boolean withdraw(PersonId person, UUID id, Instant at) {
    return sql.sql(
                """
                update datarights.request set status = 'WITHDRAWN', ended_at = :at
                where person_id = :person and id = :id and status = 'WAITING'
                """)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("person", person.value())
            .param("id", id)
            .update()
        == 1;
  }

  private DataRequest request(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var ended = row.getObject("ended_at", OffsetDateTime.class);
    var answer = row.getBytes("answer");
    return new DataRequest(
        id,
        new PersonId(row.getObject("person_id", UUID.class)),
        RequestKind.valueOf(row.getString("kind")),
        row.getString("office_code"),
        secrets.openText(row.getBytes("wish"), context("wish", id)),
        RequestStatus.valueOf(row.getString("status")),
        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
        row.getObject("due_on", LocalDate.class),
        ended == null ? null : ended.toInstant(),
        answer == null ? null : secrets.openText(answer, context("answer", id)));
  }

  private static String context(String column, UUID id) {
    return "datarights.request." + column + "." + id;
  }
}
