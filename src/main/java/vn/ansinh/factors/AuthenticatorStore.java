package vn.ansinh.factors;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.PersonId;

/** Keys and names stay sealed here. */
@Repository
class AuthenticatorStore {

  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Row(FactorId id, byte[] name, byte[] key, Instant addedAt, @Nullable Instant lastUsedAt) {}

  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Offered(FactorId id, byte[] key) {}

  private final JdbcClient sql;

  AuthenticatorStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Confirmed ones, the oldest first. */
  List<Row> list(PersonId person) {
    return sql.sql(
            """
            select id, name, key, added_at, last_used_at from factors.authenticator
            where person_id = :person and added_at is not null
            order by id
            """)
        .param("person", person.value())
        .query(
            (row, _) -> {
              var used = row.getObject("last_used_at", OffsetDateTime.class);
              return new Row(
                  new FactorId(row.getObject("id", UUID.class)),
                  row.getBytes("name"),
                  row.getBytes("key"),
                  row.getObject("added_at", OffsetDateTime.class).toInstant(),
                  used == null ? null : used.toInstant());
            })
        .list();
  }

  boolean exists(PersonId person) {
    return sql.sql(
            """
            select exists (
              select 1 from factors.authenticator
              where person_id = :person and added_at is not null)
            """)
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }

  void offer(PersonId person, FactorId id, byte[] key, UUID session, Instant now) {
    sql.sql(
            """
            insert into factors.authenticator (person_id, id, key, session_id, offered_at)
            values (:person, :id, :key, :session, :now)
            """)
        .param("person", person.value())
        .param("id", id.value())
        .param("key", key)
        .param("session", session)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Offered> offered(PersonId person, UUID session, Instant since, int mostMisses) {
    return sql.sql(
            """
            select id, key from factors.authenticator
            where person_id = :person and session_id = :session and added_at is null
              and offered_at > :since and misses < :most
            """)
        .param("person", person.value())
        .param("session", session)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("most", mostMisses)
        .query(
            (row, _) ->
                new Offered(new FactorId(row.getObject("id", UUID.class)), row.getBytes("key")))
        .optional();
  }

  /** How many there are with this one. */
  int miss(PersonId person, FactorId id) {
    return sql.sql(
            """
            update factors.authenticator set misses = misses + 1
            where person_id = :person and id = :id
            returning misses
            """)
        .param("person", person.value())
        .param("id", id.value())
        .query(Integer.class)
        .single();
  }

  void confirm(PersonId person, FactorId id, byte[] name, long step, Instant now) {
    sql.sql(
            """
            update factors.authenticator
            set name = :name, last_step = :step, added_at = :now, session_id = null
            where person_id = :person and id = :id
            """)
        .param("person", person.value())
        .param("id", id.value())
        .param("name", name)
        .param("step", step)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** False when this step or a later one was used: for one of many callers it is true. */
  boolean useStep(PersonId person, FactorId id, long step, Instant now) {
    return sql.sql(
                """
                update factors.authenticator set last_step = :step, last_used_at = :now
                where person_id = :person and id = :id and last_step < :step
                """)
            .param("person", person.value())
            .param("id", id.value())
            .param("step", step)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  boolean rename(PersonId person, FactorId id, byte[] name) {
    return sql.sql(
                """
                update factors.authenticator set name = :name
                where person_id = :person and id = :id and added_at is not null
                """)
            .param("person", person.value())
            .param("id", id.value())
            .param("name", name)
            .update()
        == 1;
  }

  boolean delete(PersonId person, FactorId id) {
    return sql.sql(
                """
                delete from factors.authenticator
                where person_id = :person and id = :id and added_at is not null
                """)
            .param("person", person.value())
            .param("id", id.value())
            .update()
        == 1;
  }

  void deleteOffered(PersonId person) {
    sql.sql("delete from factors.authenticator where person_id = :person and added_at is null")
        .param("person", person.value())
        .update();
  }

  boolean deleteAll(PersonId person) {
    return sql.sql("delete from factors.authenticator where person_id = :person")
            .param("person", person.value())
            .update()
        > 0;
  }

  void deleteOfferedBefore(Instant moment) {
    sql.sql("delete from factors.authenticator where added_at is null and offered_at < :moment")
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .update();
  }
}
