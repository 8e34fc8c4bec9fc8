package vn.ansinh.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.PersonId;

@Repository
class CitizenSessionStore {

  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  record Row(
      PersonId person,
      UUID id,
      String deviceName,
      byte @Nullable [] device,
      Instant startedAt,
      Instant lastSeenAt,
      @Nullable Instant endedAt,
      @Nullable SessionEnd end,
      @Nullable PersonId lentBy) {}

  record Ended(UUID id, SessionEnd reason) {}

  private final JdbcClient sql;

  CitizenSessionStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(PersonId person, UUID id, byte[] hash, String name, byte[] device, Instant now) {
    sql.sql(
            """
            insert into accounts.session
              (person_id, id, secret_hash, device, device_hash, started_at, last_seen_at)
            values (:person, :id, :hash, :name, :device, :now, :now)
            """)
        .param("person", person.value())
        .param("id", id)
        .param("hash", hash)
        .param("name", name)
        .param("device", device)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Row> find(PersonId person, byte[] hash) {
    return sql.sql(
            """
            select person_id, s.id, s.device, s.device_hash, s.started_at, s.last_seen_at, s.ended_at,
              s.end_reason, a.lent_by
            from accounts.session s join accounts.account a using (person_id)
            where person_id = :person and s.secret_hash = :hash
            """)
        .param("person", person.value())
        .param("hash", hash)
        .query(CitizenSessionStore::row)
        .optional();
  }

  Optional<Row> live(PersonId person) {
    return sql.sql(
            """
            select person_id, id, device, device_hash, started_at, last_seen_at, ended_at, end_reason,
              null::uuid as lent_by
            from accounts.session
            where person_id = :person and ended_at is null
            """)
        .param("person", person.value())
        .query(CitizenSessionStore::row)
        .optional();
  }

  void touch(PersonId person, UUID id, Instant now) {
    sql.sql(
            """
            update accounts.session set last_seen_at = :now
            where person_id = :person and id = :id and ended_at is null and last_seen_at < :now
            """)
        .param("person", person.value())
        .param("id", id)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void forgetReplaced(PersonId person) {
    sql.sql(
            """
            update accounts.session set end_reason = 'SENT_AWAY'
            where person_id = :person and end_reason = 'REPLACED'
            """)
        .param("person", person.value())
        .update();
  }

  boolean end(PersonId person, UUID id, SessionEnd reason, Instant now) {
    return sql.sql(
                """
                update accounts.session set ended_at = :now, end_reason = :reason
                where person_id = :person and id = :id and ended_at is null
                """)
            .param("person", person.value())
            .param("id", id)
            .param("reason", reason.name())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /**
   * Ends the live one, if there is one.
   *
   * @param idleSince last seen then or earlier, it was over already
   * @param oldest the same, begun then or earlier
   */
  Optional<Ended> endLive(
      PersonId person, SessionEnd reason, Instant now, Instant idleSince, Instant oldest) {
    return sql.sql(
            """
            update accounts.session set ended_at = :now,
              end_reason = case
                when last_seen_at <= :idleSince or started_at <= :oldest then 'TIMED_OUT'
                else :reason end
            where person_id = :person and ended_at is null
            returning id, end_reason
            """)
        .param("person", person.value())
        .param("reason", reason.name())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("idleSince", idleSince.atOffset(ZoneOffset.UTC))
        .param("oldest", oldest.atOffset(ZoneOffset.UTC))
        .query(
            (row, _) ->
                new Ended(
                    row.getObject("id", UUID.class),
                    SessionEnd.valueOf(row.getString("end_reason"))))
        .optional();
  }

  void deleteEndedBefore(Instant moment) {
    sql.sql("delete from accounts.session where ended_at < :moment")
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    var end = row.getString("end_reason");
    var endedAt = row.getObject("ended_at", OffsetDateTime.class);
    var lentBy = row.getObject("lent_by", UUID.class);
    return new Row(
        new PersonId(row.getObject("person_id", UUID.class)),
        row.getObject("id", UUID.class),
        row.getString("device"),
        row.getBytes("device_hash"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
        endedAt == null ? null : endedAt.toInstant(),
        end == null ? null : SessionEnd.valueOf(end),
        lentBy == null ? null : new PersonId(lentBy));
  }
}
