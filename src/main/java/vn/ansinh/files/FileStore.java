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

@Repository
class FileStore {

  record Row(
      FileId id, UUID holder, FileKind kind, int width, int height, @Nullable Instant keptUntil) {}

  private final JdbcClient sql;

  FileStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(Row file, long bytes, Instant storedAt) {
    sql.sql(
            """
            insert into files.file (id, holder, kind, width, height, bytes, stored_at, kept_until)
            values (:id, :holder, :kind, :width, :height, :bytes, :storedAt, :keptUntil)
            """)
        .param("id", file.id().value())
        .param("holder", file.holder())
        .param("kind", file.kind().name())
        .param("width", file.width())
        .param("height", file.height())
        .param("bytes", bytes)
        .param("storedAt", storedAt.atOffset(ZoneOffset.UTC))
        .param("keptUntil", utc(file.keptUntil()))
        .update();
  }

  Optional<Row> find(FileId id) {
    return sql.sql(
            """
            select id, holder, kind, width, height, kept_until from files.file where id = :id
            """)
        .param("id", id.value())
        .query((row, _) -> row(row))
        .optional();
  }

  private static Row row(ResultSet row) throws SQLException {
    var keptUntil = row.getObject("kept_until", OffsetDateTime.class);
    return new Row(
        new FileId(row.getObject("id", UUID.class)),
        row.getObject("holder", UUID.class),
        FileKind.valueOf(row.getString("kind")),
        row.getInt("width"),
        row.getInt("height"),
        keptUntil == null ? null : keptUntil.toInstant());
  }

  int keepUntil(Collection<FileId> ids, @Nullable Instant moment) {
    return sql.sql("update files.file set kept_until = :moment where id in (:ids)")
        .param("moment", utc(moment))
        .param("ids", values(ids))
        .update();
  }

  void delete(FileId id) {
    sql.sql("delete from files.file where id = :id").param("id", id.value()).update();
  }

  /** Safe on many nodes: each takes others than its neighbours. */
  List<FileId> deleteExpired(Instant now, int most) {
    return sql.sql(
            """
            with expired as materialized (
              select id from files.file where kept_until < :now
              order by kept_until limit :most for update skip locked)
            delete from files.file as gone using expired where gone.id = expired.id
            returning gone.id
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query((row, _) -> new FileId(row.getObject("id", UUID.class)))
        .list();
  }

  List<FileId> existing(Collection<FileId> ids) {
    return sql.sql("select id from files.file where id in (:ids)")
        .param("ids", values(ids))
        .query((row, _) -> new FileId(row.getObject("id", UUID.class)))
        .list();
  }

  /** In the order of their ids, for walking through all of them. */
  List<FileId> storedAfter(FileId previous, Instant storedBefore, int most) {
    return sql.sql(
            """
            select id from files.file where id > :previous and stored_at < :before
            order by id limit :most
            """)
        .param("previous", previous.value())
        .param("before", storedBefore.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query((row, _) -> new FileId(row.getObject("id", UUID.class)))
        .list();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }

  private static List<UUID> values(Collection<FileId> ids) {
    return ids.stream().map(FileId::value).toList();
  }
}
