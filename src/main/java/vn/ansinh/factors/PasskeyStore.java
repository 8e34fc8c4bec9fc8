package vn.ansinh.factors;

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

/** Keys and names stay sealed here. The caller holds the lock on the account's row. */
@Repository
class PasskeyStore {

  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Row(
      FactorId id,
      byte[] credential,
      byte[] name,
      boolean backupEligible,
      long signCount,
      Instant addedAt,
      @Nullable Instant lastUsedAt) {}

  private final JdbcClient sql;

  PasskeyStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** False when the person has this one already. */
  boolean insert(PersonId person, byte[] credentialHash, Row passkey) {
    return sql.sql(
                """
                insert into factors.passkey
                  (person_id, id, credential_hash, credential, name, backup_eligible, sign_count, added_at)
                values (:person, :id, :hash, :credential, :name, :eligible, :count, :now)
                on conflict (person_id, credential_hash) do nothing
                """)
            .param("person", person.value())
            .param("id", passkey.id().value())
            .param("hash", credentialHash)
            .param("credential", passkey.credential())
            .param("name", passkey.name())
            .param("eligible", passkey.backupEligible())
            .param("count", passkey.signCount())
            .param("now", passkey.addedAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  List<Row> list(PersonId person) {
    return sql.sql(
            """
            select id, credential, name, backup_eligible, sign_count, added_at, last_used_at
            from factors.passkey where person_id = :person order by id
            """)
        .param("person", person.value())
        .query(PasskeyStore::row)
        .list();
  }

  Optional<Row> find(PersonId person, byte[] credentialHash) {
    return sql.sql(
            """
            select id, credential, name, backup_eligible, sign_count, added_at, last_used_at
            from factors.passkey where person_id = :person and credential_hash = :hash
            """)
        .param("person", person.value())
        .param("hash", credentialHash)
        .query(PasskeyStore::row)
        .optional();
  }

  void used(PersonId person, FactorId id, long signCount, Instant now) {
    sql.sql(
            """
            update factors.passkey set sign_count = :count, last_used_at = :now
            where person_id = :person and id = :id
            """)
        .param("person", person.value())
        .param("id", id.value())
        .param("count", signCount)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  boolean rename(PersonId person, FactorId id, byte[] name) {
    return sql.sql(
                """
                update factors.passkey set name = :name where person_id = :person and id = :id
                """)
            .param("person", person.value())
            .param("id", id.value())
            .param("name", name)
            .update()
        == 1;
  }

  boolean delete(PersonId person, FactorId id) {
    return sql.sql("delete from factors.passkey where person_id = :person and id = :id")
            .param("person", person.value())
            .param("id", id.value())
            .update()
        == 1;
  }

  boolean deleteAll(PersonId person) {
    return sql.sql("delete from factors.passkey where person_id = :person")
            .param("person", person.value())
            .update()
        > 0;
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    var used = row.getObject("last_used_at", OffsetDateTime.class);
    return new Row(
        new FactorId(row.getObject("id", UUID.class)),
        row.getBytes("credential"),
        row.getBytes("name"),
        row.getBoolean("backup_eligible"),
        row.getLong("sign_count"),
        row.getObject("added_at", OffsetDateTime.class).toInstant(),
        used == null ? null : used.toInstant());
  }
}
