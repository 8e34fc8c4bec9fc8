package vn.ansinh.factors;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.PersonId;

@Repository
class RecoveryCodeStore {

  private final JdbcClient sql;

  RecoveryCodeStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<RecoveryCodesLeft> left(PersonId person) {
    return sql.sql(
            """
            select count(*) filter (where used_at is null) as unused, max(made_at) as made_at
            from factors.recovery_code
            where person_id = :person
            having count(*) > 0
            """)
        .param("person", person.value())
        .query(
            (row, _) ->
                new RecoveryCodesLeft(
                    row.getInt("unused"),
                    row.getObject("made_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  /** The caller holds the lock on the account's row, so two sets never mix. */
  void replace(PersonId person, List<byte[]> hashes, Instant now) {
    deleteAll(person);
    sql.sql(
            """
            insert into factors.recovery_code (person_id, code_hash, made_at)
            select :person, hash, :now from unnest(:hashes) as hash
            """)
        .param("person", person.value())
        .param("hashes", hashes.toArray(byte[][]::new))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  boolean has(PersonId person, byte[] hash) {
    return sql.sql(
            """
            select exists (
              select 1 from factors.recovery_code
              where person_id = :person and code_hash = :hash and used_at is null)
            """)
        .param("person", person.value())
        .param("hash", hash)
        .query(Boolean.class)
        .single();
  }

  boolean use(PersonId person, byte[] hash, Instant now) {
    return sql.sql(
                """
                update factors.recovery_code set used_at = :now
                where person_id = :person and code_hash = :hash and used_at is null
                """)
            .param("person", person.value())
            .param("hash", hash)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  boolean deleteAll(PersonId person) {
    return sql.sql("delete from factors.recovery_code where person_id = :person")
            .param("person", person.value())
            .update()
        > 0;
  }
}
