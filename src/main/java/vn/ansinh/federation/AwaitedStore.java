package vn.ansinh.federation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.PersonId;

@Repository
class AwaitedStore {

  /**
   * @param codeNeeded whether a link is to be made, which needs a code; else only the warning
   */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Row(String provider, byte[] subject, int level, boolean codeNeeded) {}

  private final JdbcClient sql;

  AwaitedStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(PersonId person, byte[] entry, Row awaited, Instant expiresAt) {
    sql.sql(
            """
            insert into federation.awaited
              (person_id, entry_hash, provider, subject_hash, level, code_needed, expires_at)
            values (:person, :entry, :provider, :subject, :level, :codeNeeded, :expiresAt)
            """)
        .param("person", person.value())
        .param("entry", entry)
        .param("provider", awaited.provider())
        .param("subject", awaited.subject())
        .param("level", awaited.level())
        .param("codeNeeded", awaited.codeNeeded())
        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** For one caller only, and for one who has shown what is needed. */
  Optional<Row> take(PersonId person, byte[] entry, boolean codeNeeded, Instant now) {
    return sql.sql(
            """
            delete from federation.awaited
            where person_id = :person and entry_hash = :entry and code_needed = :codeNeeded
              and expires_at > :now
            returning provider, subject_hash, level, code_needed
            """)
        .param("person", person.value())
        .param("entry", entry)
        .param("codeNeeded", codeNeeded)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, _) ->
                new Row(
                    row.getString("provider"),
                    row.getBytes("subject_hash"),
                    row.getInt("level"),
                    row.getBoolean("code_needed")))
        .optional();
  }

  void deleteAll(PersonId person) {
    sql.sql("delete from federation.awaited where person_id = :person")
        .param("person", person.value())
        .update();
  }

  void deleteExpired(Instant now) {
    sql.sql("delete from federation.awaited where expires_at <= :now")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
