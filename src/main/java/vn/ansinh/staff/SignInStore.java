package vn.ansinh.staff;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.OfficerId;

@Repository
class SignInStore {

  /** What is known of an officer's secrets. */
  record Credentials(
      OfficerId officer,
      @Nullable String passwordHash,
      @Nullable String firstPasswordHash,
      @Nullable Instant firstPasswordUntil) {}

  /** A sign-in under way. */
  record Pending(
      UUID id,
      byte[] secretHash,
      OfficerId officer,
      byte @Nullable [] offeredKey,
      boolean secondFactorDone) {

    SignInStep.Stage stage() {
      if (secondFactorDone) {
        return SignInStep.Stage.NEW_PASSWORD;
      }
      return offeredKey == null ? SignInStep.Stage.CODE : SignInStep.Stage.ENROLMENT;
    }

    byte[] offered() {
      return Objects.requireNonNull(offeredKey, "enrolment without an offered key");
    }
  }

  /** A sign-in that begins, and the hash its password was compared with. */
  record Ticketed(UUID id, byte[] secretHash, OfficerId officer, String passwordHash) {}

  private final JdbcClient sql;

  SignInStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Credentials> credentials(String userName) {
    return sql.sql(
            """
            select id, password_hash, first_password_hash, first_password_until
            from staff.officer
            where user_name = :userName and deactivated_at is null
            """)
        .param("userName", userName)
        .query(
            (row, _) ->
                new Credentials(
                    new OfficerId(row.getObject("id", UUID.class)),
                    row.getString("password_hash"),
                    row.getString("first_password_hash"),
                    instant(row.getObject("first_password_until", OffsetDateTime.class))))
        .optional();
  }

  /**
   * False when the password just compared is no longer the officer's. Waits for a reset under way,
   * so a reset leaves no sign-in behind that began with what it replaced.
   */
  boolean begin(Ticketed ticket, Instant expires, byte @Nullable [] key) {
    return sql.sql(
                """
                insert into staff.sign_in (id, secret_hash, officer_id, expires_at, totp_sealed)
                select :id, :secretHash, o.id, :expires, :key
                from (select id from staff.officer
                      where id = :officer and deactivated_at is null
                        and coalesce(password_hash, first_password_hash) = :passwordHash
                      for share) o
                """)
            .param("id", ticket.id())
            .param("secretHash", ticket.secretHash())
            .param("officer", ticket.officer().value())
            .param("passwordHash", ticket.passwordHash())
            .param("expires", expires.atOffset(ZoneOffset.UTC))
            .param("key", key, java.sql.Types.BINARY)
            .update()
        == 1;
  }

  /** After whatever a sign-in began with was replaced. */
  void forgetAll(OfficerId officer) {
    sql.sql("delete from staff.sign_in where officer_id = :officer")
        .param("officer", officer.value())
        .update();
  }

  Optional<Pending> pending(UUID id, Instant now) {
    return sql.sql(
            """
            select s.id, s.secret_hash, s.officer_id, s.totp_sealed, s.second_factor_at
            from staff.sign_in s
            join staff.officer o on o.id = s.officer_id
            where s.id = :id and s.expires_at > :now and o.deactivated_at is null
            """)
        .param("id", id)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, _) ->
                new Pending(
                    row.getObject("id", UUID.class),
                    row.getBytes("secret_hash"),
                    new OfficerId(row.getObject("officer_id", UUID.class)),
                    row.getBytes("totp_sealed"),
                    row.getObject("second_factor_at") != null))
        .optional();
  }

  /**
   * Locks the officer's row, as every change of credentials does, and tells whether the sign-in is
   * still there: between finding and finishing it somebody may have reset what it began with.
   */
  boolean hold(Pending pending) {
    sql.sql("select id from staff.officer where id = :officer for no key update")
        .param("officer", pending.officer().value())
        .query(UUID.class)
        .single();
    return sql.sql("select exists (select 1 from staff.sign_in where id = :id)")
        .param("id", pending.id())
        .query(Boolean.class)
        .single();
  }

  void secondFactorDone(UUID id, Instant now) {
    sql.sql("update staff.sign_in set second_factor_at = :now where id = :id")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  /** False when another request finished it first: one sign-in makes one session. */
  boolean finish(UUID id) {
    return sql.sql("delete from staff.sign_in where id = :id").param("id", id).update() == 1;
  }

  Optional<byte[]> totpKey(OfficerId officer) {
    return sql.sql(
            "select totp_sealed from staff.officer where id = :id and totp_sealed is not null")
        .param("id", officer.value())
        .query((row, _) -> row.getBytes("totp_sealed"))
        .optional();
  }

  Optional<Long> lastStep(OfficerId officer) {
    return sql.sql(
            "select totp_last_step from staff.officer where id = :id and totp_last_step is not null")
        .param("id", officer.value())
        .query(Long.class)
        .optional();
  }

  /** Enrols unless somebody was quicker. */
  boolean enrol(OfficerId officer, byte[] sealed, long step, Instant now) {
    return sql.sql(
                """
                update staff.officer
                set totp_sealed = :key, totp_enrolled_at = :now, totp_last_step = :step
                where id = :id and totp_sealed is null
                """)
            .param("key", sealed)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("step", step)
            .param("id", officer.value())
            .update()
        == 1;
  }

  /** False when a code of this step or a later one was accepted before. */
  boolean useStep(OfficerId officer, long step) {
    return sql.sql(
                """
                update staff.officer set totp_last_step = :step
                where id = :id and (totp_last_step is null or totp_last_step < :step)
                """)
            .param("step", step)
            .param("id", officer.value())
            .update()
        == 1;
  }

  void setPassword(OfficerId officer, String hash, Instant now) {
    sql.sql(
            """
            update staff.officer
            set password_hash = :hash, password_set_at = :now,
                first_password_hash = null, first_password_until = null
            where id = :id
            """)
        .param("hash", hash)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", officer.value())
        .update();
  }

  /** False when the password is another one by now. */
  boolean exchangePassword(OfficerId officer, String from, String to, Instant now) {
    return sql.sql(
                """
                update staff.officer set password_hash = :to, password_set_at = :now
                where id = :id and password_hash = :from and deactivated_at is null
                """)
            .param("to", to)
            .param("from", from)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("id", officer.value())
            .update()
        == 1;
  }

  Optional<String> firstPasswordHash(OfficerId officer) {
    return sql.sql(
            """
            select first_password_hash from staff.officer
            where id = :id and first_password_hash is not null and password_hash is null
            """)
        .param("id", officer.value())
        .query(String.class)
        .optional();
  }

  void forgetOlderThan(Instant moment) {
    sql.sql("delete from staff.sign_in where expires_at < :moment")
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }
}
