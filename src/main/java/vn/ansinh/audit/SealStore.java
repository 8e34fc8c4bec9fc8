package vn.ansinh.audit;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries in the order of sealing, and the seals over them. */
@Repository
class SealStore {

  private static final int STREAMED = 1_000;

  private final JdbcClient sql;

  SealStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Until the transaction ends; whoever comes second does not wait. */
  boolean lock() {
    return sql.sql("select pg_try_advisory_xact_lock(hashtextextended('audit.sealer', 0))")
        .query(Boolean.class)
        .single();
  }

  /**
   * Transactions below this have ended, so what they wrote is visible from now on and nothing can
   * be added to it. Long transactions hold it back.
   */
  long horizon() {
    return sql.sql(
            """
            select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint) + added
            from audit.era order by number desc limit 1
            """)
        .query(Long.class)
        .single();
  }

  List<SealedEntry> between(Place after, long horizon, int most) {
    return entries(after, horizon).param("most", most).query(SealStore::entry).list();
  }

  /** Everything from there on, in order; the caller closes it and has a transaction open. */
  Stream<SealedEntry> stream(Place after) {
    return entries(after, Long.MAX_VALUE)
        .param("most", Long.MAX_VALUE)
        .withFetchSize(STREAMED)
        .query(SealStore::entry)
        .stream();
  }

  private JdbcClient.StatementSpec entries(Place after, long horizon) {
    return sql.sql(
            """
            select e.id, to_char(e.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as happened_at,
                   e.action, e.actor_kind, e.actor_id, e.subject_kind, e.subject_id, e.person_id,
                   cast(e.details as text) as details, e.request_id, e.written_in, x.details_hash
            from audit.entry e left join audit.erasure x on x.entry_id = e.id
            where (e.written_in, e.id) > (:transaction, :entry) and e.written_in < :horizon
            order by e.written_in, e.id limit :most
            """)
        .param("transaction", after.transaction())
        .param("entry", after.entry())
        .param("horizon", horizon);
  }

  Optional<Place> placeOf(UUID entry) {
    return sql.sql("select written_in, id from audit.entry where id = :id")
        .param("id", entry)
        .query((row, _) -> new Place(row.getLong(1), row.getObject(2, UUID.class)))
        .optional();
  }

  /** When the first entry behind a place happened. */
  Optional<OffsetDateTime> oldest(Place after) {
    return sql.sql(
            """
            select happened_at from audit.entry where (written_in, id) > (:transaction, :entry)
            order by written_in, id limit 1
            """)
        .param("transaction", after.transaction())
        .param("entry", after.entry())
        .query(OffsetDateTime.class)
        .optional();
  }

  void insert(Checkpoint checkpoint, byte[] hashes) {
    sql.sql(
            """
            insert into audit.checkpoint
              (number, size, root, previous, sealed_at, through_transaction, through_entry, key_id, signature)
            values
              (:number, :size, :root, :previous, :sealedAt, :transaction, :entry, :key, :signature)
            """)
        .param("number", checkpoint.number())
        .param("size", checkpoint.size())
        .param("root", checkpoint.root())
        .param("previous", checkpoint.previous())
        .param("sealedAt", checkpoint.sealedAt().atOffset(ZoneOffset.UTC))
        .param("transaction", checkpoint.through().transaction())
        .param("entry", checkpoint.through().entry())
        .param("key", checkpoint.keyId())
        .param("signature", checkpoint.signature())
        .update();
    sql.sql("insert into audit.leaves (number, hashes) values (:number, :hashes)")
        .param("number", checkpoint.number())
        .param("hashes", hashes)
        .update();
  }

  void insertSubtree(int level, long position, byte[] hash) {
    sql.sql("insert into audit.subtree (level, position, hash) values (:level, :position, :hash)")
        .param("level", level)
        .param("position", position)
        .param("hash", hash)
        .update();
  }

  List<byte[]> subtrees(int level, long from, long to) {
    return sql.sql(
            """
            select hash from audit.subtree where level = :level and position >= :from and position < :to
            order by position
            """)
        .param("level", level)
        .param("from", from)
        .param("to", to)
        .query((row, _) -> row.getBytes(1))
        .list();
  }

  long countSubtrees() {
    return sql.sql("select count(*) from audit.subtree").query(Long.class).single();
  }

  /** The leaf hashes from one index to before another; fewer where they are missing. */
  List<byte[]> leaves(long from, long to) {
    return sql
        .sql(
            """
            select c.size - length(l.hashes) / 32 as first, l.hashes
            from audit.checkpoint c join audit.leaves l on l.number = c.number
            where c.size > :from
              and c.number <= (select number from audit.checkpoint where size >= :to order by size limit 1)
            order by c.size
            """)
        .param("from", from)
        .param("to", to)
        .query((row, _) -> cut(row.getLong(1), row.getBytes(2), from, to))
        .list()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  Optional<byte[]> leavesOf(long checkpoint) {
    return sql.sql("select hashes from audit.leaves where number = :number")
        .param("number", checkpoint)
        .query((row, _) -> row.getBytes(1))
        .optional();
  }

  /** Whether the trail itself says that this entry's details were erased, at or before a place. */
  boolean saysErased(UUID entry) {
    return sql.sql(
            """
            select exists (
              select 1 from audit.entry
              where subject_kind = 'audit_entry' and subject_id = :id and action = 'AUDIT_DETAILS_ERASED')
            """)
        .param("id", entry.toString())
        .query(Boolean.class)
        .single();
  }

  private static List<byte[]> cut(long first, byte[] hashes, long from, long to) {
    var count = hashes.length / 32;
    var cut = new java.util.ArrayList<byte[]>();
    for (var i = Math.max(0, from - first); i < Math.min(count, to - first); i++) {
      var hash = new byte[32];
      ByteBuffer.wrap(hashes).position((int) i * 32).get(hash);
      cut.add(hash);
    }
    return cut;
  }

  private static SealedEntry entry(ResultSet row, int number) throws SQLException {
    return new SealedEntry(
        row.getObject("id", UUID.class),
        row.getString("happened_at"),
        row.getString("action"),
        row.getString("actor_kind"),
        row.getObject("actor_id", UUID.class),
        row.getString("subject_kind"),
        row.getString("subject_id"),
        row.getObject("person_id", UUID.class),
        row.getString("details"),
        row.getString("request_id"),
        row.getLong("written_in"),
        row.getBytes("details_hash"));
  }
}
