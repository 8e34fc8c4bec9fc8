package vn.ansinh.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.Contact;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;

@Repository
class AccountRecoveryStore {

  private final JdbcClient sql;
  private final Secrets secrets;

  AccountRecoveryStore(JdbcClient sql, Secrets secrets) {
    this.sql = sql;
    this.secrets = secrets;
  }

  void insert(AccountRecovery recovery) {
    sql.sql(
            """
            insert into review.account_recovery
              (id, person_id, office_code, channel, contact, paper, proposed_by, proposed_at, expires_at)
            values (:id, :person, :office, :channel, :contact, :paper, :by, :at, :expires)
            """)
        .param("id", recovery.id())
        .param("person", recovery.person().value())
        .param("office", recovery.officeCode())
        .param("channel", recovery.contact().channel().name())
        .param("contact", secrets.seal(recovery.contact().address(), context(recovery.id())))
        .param("paper", recovery.paper().name())
        .param("by", recovery.proposedBy().value())
        .param("at", recovery.proposedAt().atOffset(ZoneOffset.UTC))
        .param("expires", recovery.expiresAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Oldest first. */
  List<AccountRecovery> waiting(Collection<String> officeCodes, Instant now) {
    return sql.sql(
            """
            select id, person_id, office_code, channel, contact, paper,
                   proposed_by, proposed_at, expires_at
            from review.account_recovery
            where outcome is null and expires_at > :now and office_code = any (:offices)
            order by proposed_at, id
            limit 200
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("offices", officeCodes.toArray(String[]::new))
        .query((row, _) -> recovery(row))
        .list();
  }

  /** Of two who decide at once the second waits here, and then finds nothing. */
  Optional<AccountRecovery> lockWaiting(UUID id, Instant now) {
    return sql.sql(
            """
            select id, person_id, office_code, channel, contact, paper,
                   proposed_by, proposed_at, expires_at
            from review.account_recovery
            where id = :id and outcome is null and expires_at > :now
            for update
            """)
        .param("id", id)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, _) -> recovery(row))
        .optional();
  }

  void decide(UUID id, String outcome, OfficerId by, Instant now) {
    sql.sql(
            """
            update review.account_recovery
            set outcome = :outcome, decided_by = :by, decided_at = :now, contact = null
            where id = :id and outcome is null
            """)
        .param("outcome", outcome)
        .param("by", by.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  /** Expired ones as well, so that the same can be proposed again. */
  List<Closed> overtake(PersonId person, Instant now) {
    return sql.sql(
            """
            update review.account_recovery
            set outcome = 'OVERTAKEN', decided_at = :now, contact = null
            where person_id = :person and outcome is null
            returning id, person_id
            """)
        .param("person", person.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(AccountRecoveryStore::closed)
        .list();
  }

  List<Closed> expire(Instant now) {
    return sql.sql(
            """
            update review.account_recovery
            set outcome = 'EXPIRED', decided_at = :now, contact = null
            where outcome is null and expires_at <= :now
            returning id, person_id
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(AccountRecoveryStore::closed)
        .list();
  }

  /** A proposal nobody decided on, and whom it was about. */
  record Closed(UUID id, PersonId person) {}

  private static Closed closed(ResultSet row, int number) throws SQLException {
    return new Closed(
        row.getObject("id", UUID.class), new PersonId(row.getObject("person_id", UUID.class)));
  }

  private AccountRecovery recovery(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new AccountRecovery(
        id,
        new PersonId(row.getObject("person_id", UUID.class)),
        row.getString("office_code"),
        new Contact(
            Channel.valueOf(row.getString("channel")),
            secrets.openText(row.getBytes("contact"), context(id))),
        SeenPaper.valueOf(row.getString("paper")),
        new OfficerId(row.getObject("proposed_by", UUID.class)),
        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }

  private static String context(UUID id) {
    return "review.account_recovery.contact." + id;
  }
}
