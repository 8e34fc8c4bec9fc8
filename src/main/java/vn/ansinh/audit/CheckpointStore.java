package vn.ansinh.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads checkpoints, and what the application's own role may do to the trail. */
@Repository
class CheckpointStore {

  private static final int STREAMED = 500;
  private static final int COPIED_AT_ONCE = 1_000;

  private final JdbcClient sql;

  CheckpointStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Checkpoint> newest() {
    return select("order by number desc limit 1").query(CheckpointStore::checkpoint).optional();
  }

  Optional<Checkpoint> find(long number) {
    return select("where number = :number")
        .param("number", number)
        .query(CheckpointStore::checkpoint)
        .optional();
  }

  /** The first that covers a place. */
  Optional<Checkpoint> covering(Place place) {
    return select(
            """
            where (through_transaction, through_entry) >= (:transaction, :entry)
            order by through_transaction, through_entry limit 1
            """)
        .param("transaction", place.transaction())
        .param("entry", place.entry())
        .query(CheckpointStore::checkpoint)
        .optional();
  }

  Optional<Checkpoint> newestBefore(Instant moment) {
    return select("where sealed_at < :moment order by number desc limit 1")
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .query(CheckpointStore::checkpoint)
        .optional();
  }

  List<Checkpoint> after(long number) {
    return select("where number > :number order by number limit :most")
        .param("number", number)
        .param("most", COPIED_AT_ONCE)
        .query(CheckpointStore::checkpoint)
        .list();
  }

  /** All from there on; the caller closes it and has a transaction open. */
  Stream<Checkpoint> stream(long after) {
    return select("where number > :number order by number")
        .param("number", after)
        .withFetchSize(STREAMED)
        .query(CheckpointStore::checkpoint)
        .stream();
  }

  /** Whether the role of this connection could change what is written, or give itself the right. */
  boolean couldBeChanged() {
    return sql.sql(
            """
            select bool_or(
              has_table_privilege(c.oid, 'delete, truncate, trigger')
              or has_any_column_privilege(c.oid, 'update')
              or pg_has_role(c.relowner, 'member')
              or (select rolsuper from pg_roles where rolname = current_user))
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'audit' and c.relkind in ('r', 'p')
            """)
        .query(Boolean.class)
        .single();
  }

  private JdbcClient.StatementSpec select(String rest) {
    return sql.sql(
        """
        select number, size, root, previous, sealed_at, through_transaction, through_entry, key_id, signature
        from audit.checkpoint %s
        """
            .formatted(rest));
  }

  private static Checkpoint checkpoint(ResultSet row, int number) throws SQLException {
    return new Checkpoint(
        row.getLong("number"),
        row.getLong("size"),
        row.getBytes("root"),
        row.getBytes("previous"),
        row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
        new Place(row.getLong("through_transaction"), row.getObject("through_entry", UUID.class)),
        row.getString("key_id"),
        row.getBytes("signature"));
  }
}
