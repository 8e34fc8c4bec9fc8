package vn.ansinh.accounts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.PersonId;

/** Who has shown the right password on a device the account does not know, or beside another. */
@Repository
class PendingEntryStore {

  private static final int SIDE_BY_SIDE = 5;

  /** So many that whoever knows somebody's password has to hurry to push the owner's out. */
  private static final int OF_STRANGERS = 500;

  private final JdbcClient sql;

  PendingEntryStore(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * The newest of a person stay, a few on devices the account knows and many on others; the caller
   * holds the lock on the account's row.
   */
  void insert(PersonId person, byte[] hash, boolean guarded, Instant expiresAt) {
    sql.sql(
            """
            insert into accounts.pending_entry (person_id, id, secret_hash, guarded, expires_at)
            values (:person, :id, :hash, :guarded, :expiresAt)
            """)
        .param("person", person.value())
        .param("id", Ids.next())
        .param("hash", hash)
        .param("guarded", guarded)
        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
        .update();
    sql.sql(
            """
            delete from accounts.pending_entry
            where person_id = :person and guarded = :guarded and id not in (
              select id from accounts.pending_entry
              where person_id = :person and guarded = :guarded
              order by id desc limit :most)
            """)
        .param("person", person.value())
        .param("guarded", guarded)
        .param("most", guarded ? OF_STRANGERS : SIDE_BY_SIDE)
        .update();
  }

  /**
   * Whoever signs in again where a code is awaited goes on waiting for it, as long as for a new
   * one.
   *
   * @return false when the earlier one is over or on a device of the other kind
   */
  boolean goOn(PersonId person, byte[] earlier, byte[] newer, Instant now) {
    boolean goesOn =
        sql.sql(
                    """
                    update accounts.pending_entry e set expires_at = n.expires_at
                    from accounts.pending_entry n
                    where e.person_id = :person and e.secret_hash = :earlier and e.expires_at > :now
                      and n.person_id = :person and n.secret_hash = :newer
                      and n.guarded = e.guarded
                    """)
                .param("person", person.value())
                .param("earlier", earlier)
                .param("newer", newer)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update()
            == 1;
    if (goesOn) {
      sql.sql(
              "delete from accounts.pending_entry where person_id = :person and secret_hash = :hash")
          .param("person", person.value())
          .param("hash", newer)
          .update();
    }
    return goesOn;
  }

  Optional<PendingEntry> find(PersonId person, byte[] hash, Instant now) {
    return sql.sql(
            """
            select id, guarded from accounts.pending_entry
            where person_id = :person and secret_hash = :hash and expires_at > :now
            """)
        .param("person", person.value())
        .param("hash", hash)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, _) ->
                new PendingEntry(
                    row.getObject("id", UUID.class), person, row.getBoolean("guarded")))
        .optional();
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
