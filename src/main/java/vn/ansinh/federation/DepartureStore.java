package vn.ansinh.federation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DepartureStore {

  record Used(Purpose purpose, Instant expiresAt) {}

  private final JdbcClient sql;

  DepartureStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(byte[] hash, String provider, Purpose purpose, Instant expiresAt) {
    sql.sql(
            """
            insert into federation.departure (secret_hash, provider, purpose, expires_at)
            values (:hash, :provider, :purpose, :expiresAt)
            """)
        .param("hash", hash)
        .param("provider", provider)
        .param("purpose", purpose.name())
        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** For one caller only. */
  Optional<Used> use(byte[] hash, String provider, Instant now) {
    return sql.sql(
            """
            delete from federation.departure
            where secret_hash = :hash and provider = :provider and expires_at > :now
            returning purpose, expires_at
            """)
        .param("hash", hash)
        .param("provider", provider)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, _) ->
                new Used(
                    Purpose.valueOf(row.getString("purpose")),
                    row.getObject("expires_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  void deleteExpired(Instant now) {
    sql.sql("delete from federation.departure where expires_at <= :now")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
