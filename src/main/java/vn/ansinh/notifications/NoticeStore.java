package vn.ansinh.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;

@Repository
class NoticeStore {

  private final JdbcClient sql;
  private final Secrets secrets;

  NoticeStore(JdbcClient sql, Secrets secrets) {
    this.sql = sql;
    this.secrets = secrets;
  }

  void insert(PersonId person, MessageKind kind, UUID subject, String headline, Instant now) {
    var id = Ids.next();
    sql.sql(
            """
            insert into notifications.notice (person_id, id, kind, subject_id, headline, told_at)
            values (:person, :id, :kind, :subject, :headline, :now)
            """)
        .param("person", person.value())
        .param("id", id)
        .param("kind", kind.name())
        .param("subject", subject)
        .param("headline", secrets.seal(headline, context(id)))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The newest first; ids are in the order of telling. */
  List<Notice> of(PersonId person, UUID before, int limit) {
    return sql.sql(
            """
            select id, kind, headline, told_at, read_at
            from notifications.notice
            where person_id = :person and id < :before
            order by id desc
            limit :limit
            """)
        .param("person", person.value())
        .param("before", before)
        .param("limit", limit)
        .query((row, _) -> notice(row))
        .list();
  }

  /** Counts no further than is shown. */
  int unread(PersonId person, int most) {
    return sql.sql(
            """
            select count(*) from (
                select 1 from notifications.notice
                where person_id = :person and read_at is null limit :most) as unread
            """)
        .param("person", person.value())
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  void read(PersonId person, UUID id, Instant now) {
    sql.sql(
            """
            update notifications.notice set read_at = :now
            where person_id = :person and id = :id and read_at is null
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("person", person.value())
        .param("id", id)
        .update();
  }

  void readAll(PersonId person, Instant now) {
    sql.sql(
            """
            update notifications.notice set read_at = :now
            where person_id = :person and read_at is null
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("person", person.value())
        .update();
  }

  /** All of one person, a few hundred at most. */
  void forgetOf(PersonId person) {
    sql.sql("delete from notifications.notice where person_id = :person")
        .param("person", person.value())
        .update();
  }

  /** A piece at a time, so that no statement takes long. */
  int forget(Instant toldBefore, int most) {
    return sql.sql(
            """
            delete from notifications.notice
            where (person_id, id) in (
                select person_id, id from notifications.notice where told_at < :before limit :most)
            """)
        .param("before", toldBefore.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .update();
  }

  private Notice notice(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var kind = MessageKind.valueOf(row.getString("kind"));
    return new Notice(
        id,
        kind.key(),
        kind.topic().orElseThrow(),
        secrets.openText(row.getBytes("headline"), context(id)),
        row.getObject("told_at", OffsetDateTime.class).toInstant(),
        row.getObject("read_at", OffsetDateTime.class) != null);
  }

  private static String context(UUID id) {
    return "notifications.notice.headline." + id;
  }
}
