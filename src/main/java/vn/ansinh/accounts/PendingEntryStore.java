package vn.ansinh.accounts;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.PersonId;

/** Who has shown the right password on a device the account does not know, or beside another. */
@Repository
class PendingEntryStore {

  private static final int SIDE_BY_SIDE = 5;

  private final JdbcClient sql;

  PendingEntryStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** The newest few of a person stay; the caller holds the lock on the account's row. */
  void insert(PersonId person, byte[] hash, Instant expiresAt) {
    sql.sql(
            """
            insert into accounts.pending_entry (person_id, id, secret_hash, expires_at)
            values (:person, :id, :hash, :expiresAt)
            """)
        .param("person", person.value())
        .param("id", Ids.next())
        .param("hash", hash)
        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
        .update();
    sql.sql(
            """
            delete from accounts.pending_entry
            where person_id = :person and id not in (
              select id from accounts.pending_entry where person_id = :person
              order by id desc limit :most)
            """)
        .param("person", person.value())
        .param("most", SIDE_BY_SIDE)
        .update();
  }

  boolean exists(PersonId person, byte[] hash, Instant now) {
    return sql.sql(
            """
            select exists (
              select 1 from accounts.pending_entry
              where person_id = :person and secret_hash = :hash and expires_at > :now)
            """)
        .param("person", person.value())
        .param("hash", hash)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  void deleteAll(PersonId person) {
    sql.sql("delete from accounts.pending_entry where person_id = :person")
        .param("person", person.value())
        .update();
  }

  void deleteExpired(Instant now) {
    sql.sql("delete from accounts.pending_entry where expires_at <= :now")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
