package vn.ansinh.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.DeclarationId;

@Repository
class TaskStore {

  private final JdbcClient sql;

  TaskStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** One open task per file and channel, however often it fails. */
  boolean open(DeclarationId id, PersonId person, String office, String channel, Instant now) {
    return sql.sql(
                """
                insert into review.task
                    (id, declaration_id, person_id, office_code, channel, reported_at)
                values (:id, :declaration, :person, :office, :channel, :now)
                on conflict (declaration_id, channel) where done_at is null do nothing
                """)
            .param("id", Ids.next())
            .param("declaration", id.value())
            .param("person", person.value())
            .param("office", office)
            .param("channel", channel)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  List<Task> open(Collection<String> offices, int limit) {
    return sql.sql(
            """
            select id, declaration_id, office_code, channel, reported_at
            from review.task
            where office_code = any (:offices) and done_at is null
            order by reported_at
            limit :limit
            """)
        .param("offices", offices.toArray(String[]::new))
        .param("limit", limit)
        .query((row, _) -> task(row))
        .list();
  }

  long countOpen(Collection<String> offices) {
    return sql.sql(
            """
            select count(*) from review.task where office_code = any (:offices) and done_at is null
            """)
        .param("offices", offices.toArray(String[]::new))
        .query(Long.class)
        .single();
  }

  List<Task> openOf(DeclarationId declaration) {
    return sql.sql(
            """
            select id, declaration_id, office_code, channel, reported_at
            from review.task
            where declaration_id = :declaration and done_at is null
            order by reported_at
            """)
        .param("declaration", declaration.value())
        .query((row, _) -> task(row))
        .list();
  }

  Optional<Task> find(UUID id) {
    return sql.sql(
            """
            select id, declaration_id, office_code, channel, reported_at
            from review.task
            where id = :id and done_at is null
            """)
        .param("id", id)
        .query((row, _) -> task(row))
        .optional();
  }

  boolean done(UUID id, OfficerId by, Instant now) {
    return sql.sql(
                """
                update review.task set done_at = :now, done_by = :by
                where id = :id and done_at is null
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("by", by.value())
            .param("id", id)
            .update()
        == 1;
  }

  void move(DeclarationId declaration, String office) {
    sql.sql(
            """
            update review.task set office_code = :office
            where declaration_id = :declaration and done_at is null
            """)
        .param("office", office)
        .param("declaration", declaration.value())
        .update();
  }

  void forget(DeclarationId declaration) {
    sql.sql("delete from review.task where declaration_id = :declaration")
        .param("declaration", declaration.value())
        .update();
  }

  private static Task task(ResultSet row) throws SQLException {
    return new Task(
        row.getObject("id", UUID.class),
        new DeclarationId(row.getObject("declaration_id", UUID.class)),
        row.getString("office_code"),
        row.getString("channel"),
        row.getObject("reported_at", OffsetDateTime.class).toInstant());
  }
}
