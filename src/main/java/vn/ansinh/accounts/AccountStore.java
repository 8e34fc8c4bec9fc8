package vn.ansinh.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.accounts.SealedContacts.Addresses;
import vn.ansinh.platform.PersonId;

/**
 * An account whose guardian's contact serves it no longer, or whose owner has stopped using it, is
 * as none: nobody enters it, and the person may open one of their own in its place.
 */
@Repository
class AccountStore {

  private final JdbcClient sql;
  private final SealedContacts seal;
  private final ObjectProvider<Lending> lending;

  /**
   * @param lending looked up late: who acts for whom is known by a module that uses this one
   */
  AccountStore(JdbcClient sql, SealedContacts seal, ObjectProvider<Lending> lending) {
    this.sql = sql;
    this.seal = seal;
    this.lending = lending;
  }

  /**
   * False when the person has one already; the primary key decides. Takes the place of one that
   * lives on a guardian's contact, or is closed.
   */
  boolean insert(Account account, String firstPasswordHash) {
    var until = account.firstPasswordUntil();
    var lentBy = account.lentBy();
    return sql.sql(
                """
                insert into accounts.account as account
                  (person_id, addresses, status, language, opened_at,
                   first_password_hash, first_password_until, lent_by)
                values
                  (:person, :addresses, :status, :language, :openedAt, :hash, :until, :lentBy)
                on conflict (person_id) do update set
                  addresses = excluded.addresses, status = excluded.status,
                  language = excluded.language, opened_at = excluded.opened_at,
                  first_password_hash = excluded.first_password_hash,
                  first_password_until = excluded.first_password_until,
                  password_hash = null, password_set_at = null, frozen_at = null,
                  closed_at = null, lent_by = excluded.lent_by
                where account.lent_by is not null or account.closed_at is not null
                """)
            .param("person", account.person().value())
            .param("addresses", seal.seal(account.person(), addresses(account)))
            .param("status", account.status().name())
            .param("language", account.language().getLanguage().equals("vi") ? "vi" : "en")
            .param("openedAt", account.openedAt().atOffset(ZoneOffset.UTC))
            .param("hash", firstPasswordHash)
            .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
            .param("lentBy", lentBy == null ? null : lentBy.value())
            .update()
        == 1;
  }

  /** What else the record says is not written. */
  void setAddresses(Account account) {
    sql.sql("update accounts.account set addresses = :addresses where person_id = :person")
        .param("person", account.person().value())
        .param("addresses", seal.seal(account.person(), addresses(account)))
        .update();
  }

  boolean exists(PersonId person) {
    return sql.sql(
            """
            select person_id, lent_by from accounts.account
            where person_id = :person and closed_at is null
            """)
        .param("person", person.value())
        .query(
            (row, _) -> new Lent(new PersonId(row.getObject("person_id", UUID.class)), lentBy(row)))
        .optional()
        .filter(it -> isServed(it.person(), it.by()))
        .isPresent();
  }

  /** Whose contact it uses, also when that serves it no longer. Whoever asks next waits. */
  Optional<PersonId> lockLender(PersonId person) {
    return sql.sql(
            """
            select lent_by from accounts.account
            where person_id = :person and lent_by is not null
            for update
            """)
        .param("person", person.value())
        .query((row, _) -> new PersonId(row.getObject("lent_by", UUID.class)))
        .optional();
  }

  Optional<Account> find(PersonId person) {
    return sql.sql(
            """
            select person_id, addresses, status, language, opened_at,
              first_password_until, password_set_at, lent_by
            from accounts.account
            where person_id = :person and closed_at is null
            """)
        .param("person", person.value())
        .query((row, _) -> account(row))
        .optional()
        .filter(it -> isServed(it.person(), it.lentBy()))
        .map(this::reachedThroughLender);
  }

  Optional<Credentials> credentials(PersonId person) {
    return typedAgainst(person).filter(it -> !it.closed());
  }

  /** As {@link #credentials}, and those of a closed account: its owner is told so. */
  Optional<Credentials> typedAgainst(PersonId person) {
    return sql.sql(
            """
            select person_id, status, password_hash, first_password_hash, first_password_until,
              frozen_at, closed_at, lent_by
            from accounts.account
            where person_id = :person
            """)
        .param("person", person.value())
        .query(AccountStore::credentials)
        .optional()
        .filter(it -> isServed(it.person(), it.lentBy()));
  }

  /** As {@link #credentials}, and whoever else wants to change the account or its session waits. */
  Optional<Credentials> lock(PersonId person) {
    return sql.sql(
            """
            select person_id, status, password_hash, first_password_hash, first_password_until,
              frozen_at, closed_at, lent_by
            from accounts.account
            where person_id = :person and closed_at is null
            for update
            """)
        .param("person", person.value())
        .query(AccountStore::credentials)
        .optional()
        .filter(it -> isServed(it.person(), it.lentBy()));
  }

  void setFirstPassword(PersonId person, String hash, Instant until) {
    sql.sql(
            """
            update accounts.account set status = 'AWAITING_FIRST_SIGN_IN',
              first_password_hash = :hash, first_password_until = :until,
              password_hash = null, password_set_at = null, password_reminded_at = null,
              frozen_at = null
            where person_id = :person
            """)
        .param("person", person.value())
        .param("hash", hash)
        .param("until", until.atOffset(ZoneOffset.UTC))
        .update();
  }

  void setPassword(PersonId person, String hash, Instant now) {
    sql.sql(
            """
            update accounts.account set status = 'ACTIVE',
              first_password_hash = null, first_password_until = null,
              password_hash = :hash, password_set_at = :now, password_reminded_at = null,
              frozen_at = null
            where person_id = :person
            """)
        .param("person", person.value())
        .param("hash", hash)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The account keeps its password, to say to whoever shows it that it is closed. */
  void close(Account account, Instant now) {
    sql.sql(
            """
            update accounts.account
            set closed_at = :now, addresses = :addresses, password_reminded_at = null
            where person_id = :person
            """)
        .param("person", account.person().value())
        .param("addresses", seal.seal(account.person(), addresses(account.reachedBy(null, null))))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** False when it is frozen already. */
  boolean freeze(PersonId person, Instant now) {
    return sql.sql(
                """
                update accounts.account set frozen_at = :now
                where person_id = :person and frozen_at is null
                """)
            .param("person", person.value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** The newest ticket replaces the one before. */
  void putTicket(PersonId person, byte[] hash, Instant expiresAt) {
    sql.sql(
            """
            insert into accounts.ticket (person_id, secret_hash, expires_at)
            values (:person, :hash, :expiresAt)
            on conflict (person_id) do update
              set secret_hash = excluded.secret_hash, expires_at = excluded.expires_at
            """)
        .param("person", person.value())
        .param("hash", hash)
        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  boolean isTicket(PersonId person, byte[] hash, Instant now) {
    return sql.sql(
            """
            select exists (
              select 1 from accounts.ticket
              where person_id = :person and secret_hash = :hash and expires_at > :now)
            """)
        .param("person", person.value())
        .param("hash", hash)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  /** True for one caller only. */
  boolean useTicket(PersonId person, byte[] hash, Instant now) {
    return sql.sql(
                """
                delete from accounts.ticket
                where person_id = :person and secret_hash = :hash and expires_at > :now
                """)
            .param("person", person.value())
            .param("hash", hash)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void deleteTicket(PersonId person) {
    sql.sql("delete from accounts.ticket where person_id = :person")
        .param("person", person.value())
        .update();
  }

  private static Addresses addresses(Account account) {
    return new Addresses(account.userName(), account.phone(), account.email());
  }

  private Account account(ResultSet row) throws SQLException {
    var person = new PersonId(row.getObject("person_id", UUID.class));
    var addresses = seal.open(person, row.getBytes("addresses"));
    return new Account(
        person,
        addresses.userName(),
        AccountStatus.valueOf(row.getString("status")),
        addresses.phone(),
        addresses.email(),
        Locale.of(row.getString("language")),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        moment(row, "first_password_until"),
        moment(row, "password_set_at"),
        lentBy(row));
  }

  private record Lent(PersonId person, @Nullable PersonId by) {}

  /** As the guardian is reached today: by e-mail, by phone only where there is no address. */
  private Account reachedThroughLender(Account account) {
    var lender = account.lentBy();
    return lender == null
        ? account
        : find(lender)
            .map(it -> account.reachedBy(it.email() == null ? it.phone() : null, it.email()))
            .orElse(account);
  }

  private boolean isServed(PersonId person, @Nullable PersonId lender) {
    return lender == null || lending.getObject().serves(person, lender);
  }

  private static @Nullable PersonId lentBy(ResultSet row) throws SQLException {
    var lentBy = row.getObject("lent_by", UUID.class);
    return lentBy == null ? null : new PersonId(lentBy);
  }

  private static Credentials credentials(ResultSet row, int number) throws SQLException {
    return new Credentials(
        new PersonId(row.getObject("person_id", UUID.class)),
        AccountStatus.valueOf(row.getString("status")),
        row.getString("password_hash"),
        row.getString("first_password_hash"),
        moment(row, "first_password_until"),
        moment(row, "frozen_at"),
        row.getObject("closed_at") != null,
        lentBy(row));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    var moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
