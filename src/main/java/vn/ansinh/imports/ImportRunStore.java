package vn.ansinh.imports;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.people.Arrival;
import vn.ansinh.people.Arrival.Outcome;
import vn.ansinh.people.Arrival.Refused;
import vn.ansinh.platform.Ids;

/** How far each import has come: written in the transaction of the rows it counts. */
@Repository
class ImportRunStore {

  private final JdbcClient sql;
  private final Clock clock;

  ImportRunStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** An import of a file, as far as it is committed. */
  record ImportRun(
      UUID id,
      long rowsTotal,
      long rowsDone,
      long added,
      long changed,
      long unchanged,
      long refused) {}

  /** The unfinished import of this file, else a new one. */
  ImportRun begin(String kind, String fileDigest, long rowsTotal) {
    sql.sql(
            """
            insert into imports.run
              (run_id, kind, file_digest, rows_total, rows_done, added, changed, unchanged, refused, started_at,
               changed_at)
            values (:id, :kind, :digest, :total, 0, 0, 0, 0, 0, :now, :now)
            on conflict (kind, file_digest) where finished_at is null do nothing
            """)
        .param("id", Ids.next())
        .param("kind", kind)
        .param("digest", fileDigest)
        .param("total", rowsTotal)
        .param("now", now())
        .update();
    return unfinished(kind, fileDigest).orElseThrow();
  }

  private Optional<ImportRun> unfinished(String kind, String fileDigest) {
    return sql.sql(
            """
            select run_id as id, rows_total, rows_done, added, changed, unchanged, refused
            from imports.run
            where kind = :kind and file_digest = :digest and finished_at is null
            """)
        .param("kind", kind)
        .param("digest", fileDigest)
        .query(ImportRun.class)
        .optional();
  }

  ImportRun find(UUID id) {
    return sql.sql(
            """
            select run_id as id, rows_total, rows_done, added, changed, unchanged, refused
            from imports.run
            where run_id = :id
            """)
        .param("id", id)
        .query(ImportRun.class)
        .single();
  }

  /**
   * @param from the rows done so far, as the caller knows them
   * @return false when another process is importing the same file
   */
  boolean advance(UUID id, long from, long to, Outcome outcome, long refused) {
    return sql.sql(
                """
                update imports.run
                set rows_done = :to, added = added + :added, changed = changed + :changed,
                    unchanged = unchanged + :unchanged, refused = refused + :refused, changed_at = :now
                where run_id = :id and rows_done = :from and finished_at is null
                """)
            .param("id", id)
            .param("from", from)
            .param("to", to)
            .param("added", outcome.added())
            .param("changed", outcome.changed())
            .param("unchanged", outcome.unchanged())
            .param("refused", refused)
            .param("now", now())
            .update()
        == 1;
  }

  void finish(UUID id) {
    sql.sql("update imports.run set finished_at = :now where run_id = :id")
        .param("id", id)
        .param("now", now())
        .update();
  }

  void refuse(UUID id, long line, Arrival.Reason reason) {
    sql.sql(
            """
            insert into imports.refused_row (run_id, line, reason)
            values (:id, :line, :reason)
            """)
        .param("id", id)
        .param("line", line)
        .param("reason", reason.name())
        .update();
  }

  void refused(UUID id, Consumer<Refused> each) {
    sql.sql(
            """
            select line, reason
            from imports.refused_row
            where run_id = :id
            order by line
            """)
        .param("id", id)
        .query(
            row -> {
              each.accept(
                  new Refused(
                      row.getLong("line"), Arrival.Reason.valueOf(row.getString("reason"))));
            });
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
