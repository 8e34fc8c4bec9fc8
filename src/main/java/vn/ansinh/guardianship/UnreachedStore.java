package vn.ansinh.guardianship;

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
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.PersonId;

/** Guardians to be reached another way. */
@Repository
class UnreachedStore {

  private final JdbcClient sql;

  UnreachedStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** One open for each application and channel, however often it fails; false for a further one. */
  boolean insert(Unreached unreached) {
    return sql.sql(
                """
                insert into guardianship.unreached
                  (person_id, id, application_id, office_code, channel, reported_at)
                values (:guardian, :id, :application, :office, :channel, :now)
                on conflict (person_id, application_id, channel) where done_at is null do nothing
                """)
            .param("guardian", unreached.guardian().value())
            .param("id", unreached.id())
            .param("application", unreached.application().value())
            .param("office", unreached.officeCode())
            .param("channel", unreached.channel())
            .param("now", unreached.reportedAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** The oldest first. */
  List<Unreached> open(Collection<String> offices, int most) {
    return sql.sql(
            """
            select id, person_id, application_id, office_code, channel, reported_at
            from guardianship.unreached
            where office_code = any (:offices) and done_at is null
            order by reported_at
            limit :most
            """)
        .param("offices", offices.toArray(String[]::new))
        .param("most", most)
        .query((row, _) -> unreached(row))
        .list();
  }

  Optional<Unreached> find(UUID id) {
    return sql.sql(
            """
            select id, person_id, application_id, office_code, channel, reported_at
            from guardianship.unreached
            where id = :id and done_at is null
            """)
        .param("id", id)
        .query((row, _) -> unreached(row))
        .optional();
  }

  boolean done(Unreached unreached, OfficerId by, Instant now) {
    return sql.sql(
                """
                update guardianship.unreached set done_at = :now, done_by = :by
                where person_id = :guardian and id = :id and done_at is null
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("by", by.value())
            .param("guardian", unreached.guardian().value())
            .param("id", unreached.id())
            .update()
        == 1;
  }

  int deleteDone(Instant before, int most) {
    return sql.sql(
            """
            delete from guardianship.unreached
            where (person_id, id) in (
              select person_id, id from guardianship.unreached
              where done_at < :before
              order by done_at
              limit :most
              for update skip locked)
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .update();
  }

  private static Unreached unreached(ResultSet row) throws SQLException {
    return new Unreached(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("person_id", UUID.class)),
        new ApplicationId(row.getObject("application_id", UUID.class)),
        row.getString("office_code"),
        row.getString("channel"),
        row.getObject("reported_at", OffsetDateTime.class).toInstant());
  }
}
