package vn.ansinh.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.files.Upload.Reason;
import vn.ansinh.imaging.Original.Format;

/** What is received and not yet safe, shared out among any number of nodes. */
@Repository
class SafekeepingStore {

  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Received(
      FileId id,
      UUID holder,
      FileKind kind,
      Format format,
      int orientation,
      int crashes,
      byte[] sealed) {}

  record Backlog(long pictures, @Nullable Instant oldest, long quarantined) {}

  private final JdbcClient sql;

  SafekeepingStore(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Losing what is written in this transaction costs nothing but work done twice, so its commit
   * need not wait for the disk. Later commits of others do, and make it durable along with them.
   */
  void doNotWaitForDisk() {
    sql.sql("select set_config('synchronous_commit', 'off', true)").query(String.class).single();
  }

  /** Under a lease: nobody else gets them until it runs out. */
  List<Received> take(int most, Instant now, Instant leaseUntil) {
    return sql.sql(
            """
            with due as materialized (
              select id from files.file
              where state = 'RECEIVED' and (leased_until is null or leased_until <= :now)
              order by stored_at limit :most for update skip locked)
            update files.file as held set leased_until = :leaseUntil
            from due where held.id = due.id
            returning held.id, held.holder, held.kind, held.format, held.orientation, held.crashes,
              (select content from files.original where file_id = held.id) as content
            """)
        .param("now", utc(now))
        .param("most", most)
        .param("leaseUntil", utc(leaseUntil))
        .query((row, _) -> received(row))
        .list();
  }

  /** One whose row somebody else holds at the moment keeps the lease it has. */
  void lease(Collection<FileId> ids, Instant until) {
    sql.sql(
            """
            with free as materialized (
              select id from files.file
              where id in (:ids) and state = 'RECEIVED' and leased_until is not null
              for update skip locked)
            update files.file as held set leased_until = :until
            from free where held.id = free.id
            """)
        .param("until", utc(until))
        .param("ids", ids.stream().map(FileId::value).toList())
        .update();
  }

  /** For the next one to try, from then on. */
  void giveBack(FileId id, int crashes, Instant from) {
    sql.sql(
            """
            update files.file set leased_until = :from, crashes = :crashes
            where id = :id and state = 'RECEIVED'
            """)
        .param("id", id.value())
        .param("crashes", crashes)
        .param("from", utc(from))
        .update();
  }

  /** The original goes. False when the picture is gone or was decided before. */
  boolean safe(FileId id, int width, int height, long bytes, String dataKey) {
    return sql.sql(
                """
                with gone as (delete from files.original where file_id = :id)
                update files.file
                set state = 'SAFE', width = :width, height = :height, bytes = :bytes,
                    data_key = :dataKey,
                    leased_until = null, reading_due = kind in ('PAPER_FRONT', 'PAPER_BACK')
                where id = :id and state = 'RECEIVED'
                """)
            .param("id", id.value())
            .param("width", width)
            .param("height", height)
            .param("bytes", bytes)
            .param("dataKey", dataKey)
            .update()
        == 1;
  }

  /** The original goes. False when the picture is gone or was decided before. */
  boolean refuse(FileId id, Reason reason) {
    return sql.sql(
                """
                with gone as (delete from files.original where file_id = :id)
                update files.file set state = 'REFUSED', refusal = :reason, leased_until = null
                where id = :id and state = 'RECEIVED'
                """)
            .param("id", id.value())
            .param("reason", reason.name())
            .update()
        == 1;
  }

  /** The original stays, sealed, until the row goes. */
  boolean quarantine(FileId id, int crashes) {
    return sql.sql(
                """
                update files.file
                set state = 'QUARANTINED', refusal = 'QUARANTINED', crashes = :crashes,
                    leased_until = null
                where id = :id and state = 'RECEIVED'
                """)
            .param("id", id.value())
            .param("crashes", crashes)
            .update()
        == 1;
  }

  Backlog backlog() {
    return sql.sql(
            """
            select count(*) filter (where state = 'RECEIVED') as waiting,
                   min(stored_at) filter (where state = 'RECEIVED') as oldest,
                   count(*) filter (where state = 'QUARANTINED') as quarantined
            from files.file where state in ('RECEIVED', 'QUARANTINED')
            """)
        .query(
            (row, _) -> {
              var oldest = row.getObject("oldest", OffsetDateTime.class);
              return new Backlog(
                  row.getLong("waiting"),
                  Optional.ofNullable(oldest).map(OffsetDateTime::toInstant).orElse(null),
                  row.getLong("quarantined"));
            })
        .single();
  }

  private static Received received(ResultSet row) throws SQLException {
    return new Received(
        new FileId(row.getObject("id", UUID.class)),
        row.getObject("holder", UUID.class),
        FileKind.valueOf(row.getString("kind")),
        Format.valueOf(row.getString("format")),
        row.getInt("orientation"),
        row.getInt("crashes"),
        row.getBytes("content"));
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
