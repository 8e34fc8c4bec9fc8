package vn.ansinh.files;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.files.PaperReading.Outcome;

/** Photos of papers to be read, shared out among any number of nodes, and what they say. */
@Repository
class ReadingStore {

  /**
   * @param crashes how many workers reading it has cost so far
   * @param leasedUntil marks this lease: who takes the photo later has a later one
   */
  record Due(FileId id, UUID holder, int crashes, Instant leasedUntil) {}

  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Row(FileId id, boolean due, @Nullable Outcome outcome, byte @Nullable [] sealed) {}

  private final JdbcClient sql;

  ReadingStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Under a lease; none while pictures wait to be made safe, which goes first. */
  List<Due> take(int most, Instant now, Instant leaseUntil) {
    return sql.sql(
            """
            with due as materialized (
              select id from files.file
              where reading_due and (leased_until is null or leased_until <= :now)
                and not exists (
                  select 1 from files.file as waiting
                  where waiting.state = 'RECEIVED'
                    and (waiting.leased_until is null or waiting.leased_until <= :now))
              order by stored_at limit :most for update skip locked)
            update files.file as held set leased_until = :leaseUntil
            from due where held.id = due.id
            returning held.id, held.holder, held.reading_crashes, held.leased_until
            """)
        .param("now", utc(now))
        .param("most", most)
        .param("leaseUntil", utc(leaseUntil))
        .query(
            (row, _) ->
                new Due(
                    new FileId(row.getObject("id", UUID.class)),
                    row.getObject("holder", UUID.class),
                    row.getInt("reading_crashes"),
                    row.getObject("leased_until", OffsetDateTime.class).toInstant()))
        .list();
  }

  /**
   * For the next one to try, from then on; nothing happens when somebody else has it by now.
   *
   * @param lost how many workers it has cost this time
   */
  void giveBack(Due due, int lost, Instant from) {
    sql.sql(
            """
            update files.file
            set leased_until = :from, reading_crashes = reading_crashes + :lost
            where id = :id and reading_due and leased_until = :lease
            """)
        .param("id", due.id().value())
        .param("lease", utc(due.leasedUntil()))
        .param("lost", lost)
        .param("from", utc(from))
        .update();
  }

  /** False when the photo is gone, was read before, or is somebody else's to read by now. */
  boolean put(Due due, Outcome outcome, byte @Nullable [] sealed, Instant now) {
    return sql.sql(
                """
                with read as (
                  update files.file set reading_due = false, leased_until = null
                  where id = :id and reading_due and leased_until = :lease
                  returning id)
                insert into files.reading (file_id, lines, content, read_at)
                select id, :outcome, :sealed, :now from read
                """)
            .param("id", due.id().value())
            .param("lease", utc(due.leasedUntil()))
            .param("outcome", outcome.name())
            .param("sealed", sealed)
            .param("now", utc(now))
            .update()
        == 1;
  }

  /** Of safe photos: what has been read, and whether that is still to be done. */
  List<Row> find(Collection<FileId> ids) {
    return sql.sql(
            """
            select id, reading_due, lines, content
            from files.file left join files.reading on file_id = id
            where id in (:ids) and state = 'SAFE'
            """)
        .param("ids", ids.stream().map(FileId::value).toList())
        .query(
            (row, _) ->
                new Row(
                    new FileId(row.getObject("id", UUID.class)),
                    row.getBoolean("reading_due"),
                    row.getString("lines") == null ? null : Outcome.valueOf(row.getString("lines")),
                    row.getBytes("content")))
        .list();
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
