package vn.ansinh.accounts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.PersonId;

/** The line of accounts by the age of their passwords, or of the last reminder. */
@Repository
class PasswordAgeStore {

  private final JdbcClient sql;

  PasswordAgeStore(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Notes a reminder for those longest in the line, and nobody else's until the transaction ends:
   * other nodes pass them over.
   *
   * @param oldBefore set or reminded of before this moment
   */
  List<PersonId> remind(Instant oldBefore, Instant now, int most) {
    return sql.sql(
            """
            with old as materialized (
              select person_id from accounts.account
              where status = 'ACTIVE' and closed_at is null
                and coalesce(password_reminded_at, password_set_at) <= :oldBefore
              order by coalesce(password_reminded_at, password_set_at)
              limit :most
              for update skip locked)
            update accounts.account as account set password_reminded_at = :now
            from old where account.person_id = old.person_id
            returning account.person_id
            """)
        .param("oldBefore", oldBefore.atOffset(ZoneOffset.UTC))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
        .list();
  }
}
