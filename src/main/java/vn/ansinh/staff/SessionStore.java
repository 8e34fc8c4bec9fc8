package vn.ansinh.staff;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.OfficerId;

@Repository
class SessionStore {

  /** A live session and its owner as of now. */
  record Live(byte[] secretHash, Officer officer) {}

  private final JdbcClient sql;

  SessionStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(
      UUID id, byte[] secretHash, OfficerId officer, String browser, Instant now, Instant ends) {
    sql.sql(
            """
            insert into staff.session
              (id, secret_hash, officer_id, browser, started_at, last_seen_at, ends_at)
            values (:id, :secretHash, :officer, :browser, :now, :now, :ends)
            """)
        .param("id", id)
        .param("secretHash", secretHash)
        .param("officer", officer.value())
        .param("browser", browser)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("ends", ends.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Live> live(UUID id, Instant now, Instant seenSince) {
    return sql.sql(
            """
            select s.secret_hash, o.id, o.user_name, o.full_name, o.office_code,
                   true as active, o.totp_sealed is not null as enrolled,
                   array(select r.role from staff.officer_role r where r.officer_id = o.id) as roles
            from staff.session s
            join staff.officer o on o.id = s.officer_id
            where s.id = :id and s.ended_at is null and s.ends_at > :now
              and s.last_seen_at > :seenSince and o.deactivated_at is null
            """)
        .param("id", id)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("seenSince", seenSince.atOffset(ZoneOffset.UTC))
        .query((row, _) -> new Live(row.getBytes("secret_hash"), OfficerStore.officer(row)))
        .optional();
  }

  /** Writes at most once a minute, so that reading stays reading. */
  void touch(UUID id, Instant now) {
    sql.sql(
            """
            update staff.session set last_seen_at = :now where id = :id and last_seen_at < :before
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("before", now.minusSeconds(60).atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  void end(UUID id, Instant now) {
    sql.sql("update staff.session set ended_at = :now where id = :id and ended_at is null")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  /** A session as its officer sees it. */
  record Alive(UUID id, String browser, Instant startedAt, Instant lastSeenAt) {}

  List<Alive> alive(OfficerId officer, Instant now, Instant seenSince) {
    return sql.sql(
            """
            select id, browser, started_at, last_seen_at
            from staff.session
            where officer_id = :officer and ended_at is null and ends_at > :now
              and last_seen_at > :seenSince
            order by started_at desc, id
            """)
        .param("officer", officer.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("seenSince", seenSince.atOffset(ZoneOffset.UTC))
        .query(
            (row, _) ->
                new Alive(
                    row.getObject("id", UUID.class),
                    row.getString("browser"),
                    row.getObject("started_at", OffsetDateTime.class).toInstant(),
                    row.getObject("last_seen_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** False when it is not the officer's or has ended. */
  boolean endOwn(UUID id, OfficerId officer, Instant now) {
    return sql.sql(
                """
                update staff.session set ended_at = :now
                where id = :id and officer_id = :officer and ended_at is null
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("id", id)
            .param("officer", officer.value())
            .update()
        == 1;
  }

  void endOthers(OfficerId officer, UUID except, Instant now) {
    sql.sql(
            """
            update staff.session set ended_at = :now
            where officer_id = :officer and id <> :except and ended_at is null
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("officer", officer.value())
        .param("except", except)
        .update();
  }

  void endAll(OfficerId officer, Instant now) {
    sql.sql(
            """
            update staff.session set ended_at = :now where officer_id = :officer and ended_at is null
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("officer", officer.value())
        .update();
  }

  void forgetOlderThan(Instant moment) {
    sql.sql("delete from staff.session where ends_at < :moment")
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .update();
  }
}
