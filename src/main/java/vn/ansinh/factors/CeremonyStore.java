package vn.ansinh.factors;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CeremonyStore {

  private final JdbcClient sql;

  CeremonyStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(byte[] hash, @Nullable UUID session, Instant expiresAt) {
    sql.sql(
            """
            insert into factors.ceremony (secret_hash, session_id, expires_at)
            values (:hash, :session, :expiresAt)
            """)
        .param("hash", hash)
        .param("session", session)
        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  boolean exists(byte[] hash, UUID session, Instant now) {
    return sql.sql(
            """
            select exists (
              select 1 from factors.ceremony
              where secret_hash = :hash and session_id = :session and expires_at > :now)
            """)
        .param("hash", hash)
        .param("session", session)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  /** True for one caller only. */
  boolean use(byte[] hash, @Nullable UUID session, Instant now) {
    return sql.sql(
                """
                delete from factors.ceremony
                where secret_hash = :hash and expires_at > :now
                  and session_id is not distinct from cast(:session as uuid)
                """)
            .param("hash", hash)
            .param("session", session)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void deleteExpired(Instant now) {
    sql.sql("delete from factors.ceremony where expires_at <= :now")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
