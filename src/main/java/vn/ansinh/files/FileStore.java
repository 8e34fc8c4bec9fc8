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
import vn.ansinh.files.Inspection.Drawable;
import vn.ansinh.files.Upload.Reason;

@Repository
class FileStore {

  record Row(
      FileId id,
      UUID holder,
      FileKind kind,
      State state,
      int width,
      int height,
      @Nullable Reason refusal,
      @Nullable Instant keptUntil) {

    Safety safety() {
      return switch (state) {
        case RECEIVED -> new Safety.Waiting();
        case SAFE -> new Safety.Safe();
        case REFUSED, QUARANTINED ->
            new Safety.Unsafe(refusal == null ? Reason.QUARANTINED : refusal);
      };
    }
  }

  enum State {
    RECEIVED,
    SAFE,
    REFUSED,
    QUARANTINED
  }

  private final JdbcClient sql;

  FileStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Row and original together. */
  void insert(
      FileId id,
      UUID holder,
      FileKind kind,
      Drawable picture,
      byte[] sealed,
      Instant now,
      @Nullable Instant keptUntil) {
    sql.sql(
            """
            with received as (
              insert into files.file
                (id, holder, kind, state, format, orientation, width, height, bytes, stored_at,
                 kept_until)
              values
                (:id, :holder, :kind, 'RECEIVED', :format, :orientation, :width, :height, :bytes,
                 :now, :keptUntil)
              returning id)
            insert into files.original (file_id, content) select id, :sealed from received
            """)
        .param("id", id.value())
        .param("holder", holder)
        .param("kind", kind.name())
        .param("format", picture.format().name())
        .param("orientation", picture.orientation())
        .param("width", picture.width())
        .param("height", picture.height())
        .param("bytes", picture.bare().length)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("keptUntil", utc(keptUntil))
        .param("sealed", sealed)
        .update();
  }

  Optional<Row> find(FileId id) {
    return find(List.of(id)).stream().findFirst();
  }

  List<Row> find(Collection<FileId> ids) {
    return sql.sql(
            """
            select id, holder, kind, state, width, height, refusal, kept_until
            from files.file where id in (:ids)
            """)
        .param("ids", values(ids))
        .query((row, _) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    var refusal = row.getString("refusal");
    var keptUntil = row.getObject("kept_until", OffsetDateTime.class);
    return new Row(
        new FileId(row.getObject("id", UUID.class)),
        row.getObject("holder", UUID.class),
        FileKind.valueOf(row.getString("kind")),
        State.valueOf(row.getString("state")),
        row.getInt("width"),
        row.getInt("height"),
        refusal == null ? null : Reason.valueOf(refusal),
        keptUntil == null ? null : keptUntil.toInstant());
  }

  /** Locks in the order of ids, so that two callers with the same pictures wait in a row. */
  int keepUntil(Collection<FileId> ids, @Nullable Instant moment) {
    return sql.sql(
            """
            with named as materialized (
              select id from files.file where id in (:ids) order by id for update)
            update files.file as kept set kept_until = :moment
            from named where kept.id = named.id
            """)
        .param("moment", utc(moment))
        .param("ids", values(ids))
        .update();
  }

  void delete(FileId id) {
    sql.sql("delete from files.file where id = :id").param("id", id.value()).update();
  }

  /** As {@link #deleteExpired}, by age. */
  List<FileId> deleteOutlived(State state, FileKind kind, Instant receivedBefore, int most) {
    return sql.sql(
            """
            with outlived as materialized (
              select id from files.file
              where state = :state and kind = :kind and stored_at < :before
              order by stored_at limit :most for update skip locked)
            delete from files.file as gone using outlived where gone.id = outlived.id
            returning gone.id
            """)
        .param("state", state.name())
        .param("kind", kind.name())
        .param("before", receivedBefore.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query((row, _) -> new FileId(row.getObject("id", UUID.class)))
        .list();
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

  /** Safe ones in the order of their ids, for walking through all of them. */
  List<FileId> storedAfter(FileId previous, Instant storedBefore, int most) {
    return sql.sql(
            """
            select id from files.file
            where id > :previous and stored_at < :before and state = 'SAFE'
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
