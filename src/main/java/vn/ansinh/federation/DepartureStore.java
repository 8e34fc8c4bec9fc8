package vn.ansinh.federation;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DepartureStore {

  private final JdbcClient sql;

  DepartureStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(byte[] hash, String provider, Instant expiresAt) {
    sql.sql(
            """
            insert into federation.departure (secret_hash, provider, expires_at)
            values (:hash, :provider, :expiresAt)
            """)
        .param("hash", hash)
        .param("provider", provider)
        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** True for one caller only. */
  boolean use(byte[] hash, String provider, Instant now) {
    return sql.sql(
                """
                delete from federation.departure
                where secret_hash = :hash and provider = :provider and expires_at > :now
                """)
            .param("hash", hash)
            .param("provider", provider)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void deleteExpired(Instant now) {
    sql.sql("delete from federation.departure where expires_at <= :now")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
