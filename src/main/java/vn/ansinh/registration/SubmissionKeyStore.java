package vn.ansinh.registration;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which submission a page has made already; written in the transaction of the submission. */
@Repository
class SubmissionKeyStore {

  record Used(DraftId draft, DeclarationId declaration) {}

  private final JdbcClient sql;

  SubmissionKeyStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Used> find(UUID key) {
    return sql.sql(
            """
            select draft_id, declaration_id from registration.submission_key where key = :key
            """)
        .param("key", key)
        .query(
            (row, _) ->
                new Used(
                    new DraftId(row.getObject("draft_id", UUID.class)),
                    new DeclarationId(row.getObject("declaration_id", UUID.class))))
        .optional();
  }

  /** Waits for whoever is using the same key; false when that one has succeeded. */
  boolean insert(UUID key, Used used, Instant now) {
    return sql.sql(
                """
                insert into registration.submission_key (key, draft_id, declaration_id, used_at)
                values (:key, :draft, :declaration, :now) on conflict do nothing
                """)
            .param("key", key)
            .param("draft", used.draft().value())
            .param("declaration", used.declaration().value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void deleteUsedBefore(Instant moment) {
    sql.sql("delete from registration.submission_key where used_at < :moment")
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .update();
  }
}
