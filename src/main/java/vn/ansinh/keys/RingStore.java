package vn.ansinh.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RingStore {

  /**
   * @param version 0 when no ring has been made yet; the rest is then empty
   * @param inherits whether keys were derived from the master secret before
   */
  record Row(long version, String master, Ring.Wrapped ring, boolean inherits) {}

  private final JdbcClient sql;

  RingStore(JdbcClient sql) {
    this.sql = sql;
  }

  static RingStore of(DataSource database) {
    return new RingStore(JdbcClient.create(database));
  }

  long version() {
    return sql.sql("select version from keys.ring").query(Long.class).single();
  }

  Row find() {
    return sql.sql("select version, master_key, data_keys, hash_key, inherits from keys.ring")
        .query((row, _) -> row(row))
        .single();
  }

  /** Whoever changes the ring waits for whoever is changing it. */
  Row lock() {
    return sql.sql(
            """
            select version, master_key, data_keys, hash_key, inherits from keys.ring for update
            """)
        .query((row, _) -> row(row))
        .single();
  }

  /**
   * @return false when another node was faster
   */
  boolean replace(long version, String master, Ring.Wrapped ring, Instant now) {
    return sql.sql(
                """
                update keys.ring
                set version = version + 1, master_key = :master, data_keys = :dataKeys,
                    hash_key = :hashKey, changed_at = :now
                where version = :version
                """)
            .param("version", version)
            .param("master", master)
            .param("dataKeys", ring.dataKeys())
            .param("hashKey", ring.hashKey())
            .param("now", utc(now))
            .update()
        == 1;
  }

  /** The ones before seal no more. */
  void made(String id, boolean derived, Instant now) {
    sql.sql(
            """
            with before as (
              update keys.data_key set replaced_at = :now where replaced_at is null returning id)
            insert into keys.data_key (id, is_derived, made_at, replaced_at)
            values (:id, :derived, :now, cast(:replaced as timestamptz))
            """)
        .param("id", id)
        .param("derived", derived)
        .param("now", utc(now))
        .param("replaced", derived ? utc(now) : null)
        .update();
  }

  /** Whether it has not been replaced, which may be asked without opening the ring. */
  boolean seals(String id) {
    return sql.sql("select count(*) from keys.data_key where id = :id and replaced_at is null")
            .param("id", id)
            .query(Integer.class)
            .single()
        == 1;
  }

  void retired(String id, Instant now) {
    sql.sql("update keys.data_key set retired_at = :now where id = :id")
        .param("id", id)
        .param("now", utc(now))
        .update();
  }

  List<DataKey> keys() {
    return sql.sql(
            """
            select id, is_derived, made_at, replaced_at, retired_at from keys.data_key
            order by made_at, replaced_at nulls last
            """)
        .query(
            (row, _) ->
                new DataKey(
                    row.getString("id"),
                    row.getBoolean("is_derived"),
                    row.getObject("made_at", OffsetDateTime.class).toInstant(),
                    moment(row, "replaced_at"),
                    moment(row, "retired_at")))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    long version = row.getLong("version");
    return version == 0
        ? new Row(0, "", new Ring.Wrapped(new byte[0], new byte[0]), row.getBoolean("inherits"))
        : new Row(
            version,
            row.getString("master_key"),
            new Ring.Wrapped(row.getBytes("data_keys"), row.getBytes("hash_key")),
            row.getBoolean("inherits"));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    var moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
