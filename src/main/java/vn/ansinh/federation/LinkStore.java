package vn.ansinh.federation;

import java.sql.ResultSet;
import java.sql.SQLException;
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

/** Who writes here holds the lock on the account's row. */
@Repository
class LinkStore {

  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Row(
      UUID id,
      PersonId person,
      String provider,
      byte[] subject,
      int level,
      Instant linkedAt,
      @Nullable Instant lastUsedAt) {}

  private final JdbcClient sql;

  LinkStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Row> list(PersonId person) {
    return sql.sql(
            """
            select person_id, provider, id, subject_hash, level, linked_at, last_used_at
            from federation.link where person_id = :person order by id
            """)
        .param("person", person.value())
        .query(LinkStore::row)
        .list();
  }

  Optional<PersonId> holder(byte[] subject) {
    return sql.sql("select person_id from federation.subject_claim where subject_hash = :subject")
        .param("subject", subject)
        .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
        .optional();
  }

  /** Whose it is now: the caller's person, or whoever came first. */
  PersonId claim(byte[] subject, PersonId person) {
    sql.sql(
            """
            insert into federation.subject_claim (subject_hash, person_id)
            values (:subject, :person)
            on conflict (subject_hash) do nothing
            """)
        .param("subject", subject)
        .param("person", person.value())
        .update();
    return holder(subject).orElse(person);
  }

  /** False when the person has one at this provider. */
  boolean insert(Row link) {
    return sql.sql(
                """
                insert into federation.link
                  (person_id, provider, id, subject_hash, level, linked_at, last_used_at)
                values (:person, :provider, :id, :subject, :level, :now, :now)
                on conflict (person_id, provider) do nothing
                """)
            .param("person", link.person().value())
            .param("provider", link.provider())
            .param("id", link.id())
            .param("subject", link.subject())
            .param("level", link.level())
            .param("now", link.linkedAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void used(PersonId person, String provider, int level, Instant now) {
    sql.sql(
            """
            update federation.link set level = :level, last_used_at = :now
            where person_id = :person and provider = :provider
            """)
        .param("person", person.value())
        .param("provider", provider)
        .param("level", level)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The link and the claim. False when there is none, or it is somebody else's. */
  boolean delete(PersonId person, UUID id) {
    return sql.sql(
                """
                with gone as (
                  delete from federation.link where person_id = :person and id = :id
                  returning person_id, subject_hash)
                delete from federation.subject_claim claim using gone
                where claim.subject_hash = gone.subject_hash and claim.person_id = gone.person_id
                """)
            .param("person", person.value())
            .param("id", id)
            .update()
        == 1;
  }

  boolean deleteAll(PersonId person) {
    sql.sql("delete from federation.subject_claim where person_id = :person")
        .param("person", person.value())
        .update();
    return sql.sql("delete from federation.link where person_id = :person")
            .param("person", person.value())
            .update()
        > 0;
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    var used = row.getObject("last_used_at", OffsetDateTime.class);
    return new Row(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("person_id", UUID.class)),
        row.getString("provider"),
        row.getBytes("subject_hash"),
        row.getInt("level"),
        row.getObject("linked_at", OffsetDateTime.class).toInstant(),
        used == null ? null : used.toInstant());
  }
}
