package vn.ansinh.imports;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.imports.HeldFiles.Kind;
import vn.ansinh.platform.OfficerId;

@Repository
class HeldFileStore {

  private final JdbcClient sql;

  HeldFileStore(JdbcClient sql) {
    this.sql = sql;
  }

  void put(OfficerId officer, Kind kind, UUID id, byte[] sealed, Instant until) {
    sql.sql(
            """
            insert into imports.held_file (officer_id, kind, file_id, content, held_until)
            values (:officer, :kind, :id, :content, :until)
            on conflict (officer_id, kind) do update set
                file_id = excluded.file_id, content = excluded.content,
                held_until = excluded.held_until
            """)
        .param("officer", officer.value())
        .param("kind", kind.name())
        .param("id", id)
        .param("content", sealed)
        .param("until", until.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<byte[]> find(OfficerId officer, Kind kind, UUID id, Instant now) {
    return sql.sql(
            """
            select content
            from imports.held_file
            where officer_id = :officer and kind = :kind and file_id = :id and held_until > :now
            """)
        .param("officer", officer.value())
        .param("kind", kind.name())
        .param("id", id)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, _) -> row.getBytes("content"))
        .optional();
  }

  void delete(OfficerId officer, Kind kind, UUID id) {
    sql.sql(
            """
            delete from imports.held_file
            where officer_id = :officer and kind = :kind and file_id = :id
            """)
        .param("officer", officer.value())
        .param("kind", kind.name())
        .param("id", id)
        .update();
  }

  void deleteUntil(Instant now) {
    sql.sql("delete from imports.held_file where held_until <= :now")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
