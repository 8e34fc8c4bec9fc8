package vn.ansinh.accounts;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What strangers have guessed at the codes of other people. */
public final class GuessedCodes {

  private GuessedCodes() {}

  public static void add(JdbcClient sql, Instant now, int chances) {
    sql.sql(
            """
            insert into accounts.code (id, subject_id, purpose, code_hash, contact_hash, created_at,
              tries, digits, guarded)
            select gen_random_uuid(), gen_random_uuid(), 'RECOVER', '', '', :now, 1, 6, true
            from generate_series(1, :chances)
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("chances", chances)
        .update();
  }

  public static void forget(JdbcClient sql) {
    sql.sql("delete from accounts.code where guarded").update();
  }
}
