package vn.ansinh.accounts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.PersonId;

/** Links by which a person denies a sign-in they were told of. */
@Repository
class DenialStore {

  private final JdbcClient sql;

  DenialStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(PersonId person, UUID session, byte[] hash, Instant expiresAt) {
    sql.sql(
            """
            insert into accounts.denial (secret_hash, person_id, session_id, expires_at)
            values (:hash, :person, :session, :expiresAt)
            """)
        .param("person", person.value())
        .param("session", session)
        .param("hash", hash)
        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Whose sign-in the link is about, while it may be denied. */
  Optional<PersonId> find(byte[] hash, Instant now) {
    return sql.sql(
            """
            select person_id from accounts.denial
            where secret_hash = :hash and expires_at > :now
            """)
        .param("hash", hash)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .optional()
        .map(PersonId::new);
  }

  void deleteAll(PersonId person) {
    sql.sql("delete from accounts.denial where person_id = :person")
        .param("person", person.value())
        .update();
  }

  void deleteExpired(Instant now) {
    sql.sql("delete from accounts.denial where expires_at <= :now")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
