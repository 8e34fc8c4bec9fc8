package vn.ansinh.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.PersonId;

@Repository
class RecoveryStore {

  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Waiting(UUID id, byte[] request, byte @Nullable [] device) {}

  /**
   * @param person absent when nothing fits or nobody has looked yet
   */
  record Row(UUID id, @Nullable PersonId person) {}

  private final JdbcClient sql;

  RecoveryStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(
      UUID id,
      byte[] hash,
      byte[] request,
      byte @Nullable [] device,
      Instant now,
      Instant expiresAt) {
    sql.sql(
            """
            insert into accounts.recovery
              (id, secret_hash, request, device, requested_at, expires_at)
            values (:id, :hash, :request, :device, :now, :expiresAt)
            """)
        .param("id", id)
        .param("hash", hash)
        .param("request", request)
        .param("device", device)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Locked until the transaction ends; other nodes take others. */
  List<Waiting> take(int most) {
    return sql.sql(
            """
            select id, request, device from accounts.recovery
            where request is not null
            order by requested_at limit :most for update skip locked
            """)
        .param("most", most)
        .query(
            (row, _) ->
                new Waiting(
                    row.getObject("id", UUID.class),
                    row.getBytes("request"),
                    row.getBytes("device")))
        .list();
  }

  void lookedAt(UUID id, @Nullable PersonId person) {
    sql.sql(
            """
            update accounts.recovery set request = null, device = null, person_id = :person
            where id = :id
            """)
        .param("id", id)
        .param("person", person == null ? null : person.value())
        .update();
  }

  Optional<Row> find(byte[] hash, Instant now) {
    return sql.sql(
            """
            select id, person_id from accounts.recovery
            where secret_hash = :hash and expires_at > :now
            """)
        .param("hash", hash)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(RecoveryStore::row)
        .optional();
  }

  /** True for one caller only. */
  boolean use(UUID id) {
    return sql.sql("delete from accounts.recovery where id = :id").param("id", id).update() == 1;
  }

  /** Whatever the person asked for with a contact that counts no more. */
  void deleteOf(PersonId person) {
    sql.sql("delete from accounts.recovery where person_id = :person")
        .param("person", person.value())
        .update();
  }

  void deleteExpired(Instant now) {
    sql.sql("delete from accounts.recovery where expires_at <= :now")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    var person = row.getObject("person_id", UUID.class);
    return new Row(row.getObject("id", UUID.class), person == null ? null : new PersonId(person));
  }
}
