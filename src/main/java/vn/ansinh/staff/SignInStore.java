package vn.ansinh.staff;

import java.time.Duration;
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

  /** How often a name was tried in vain. */
  record Attempts(int failures, @Nullable Instant lockedUntil) {}

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
   * Counts a try before it is judged, so that a thousand at once are no more than the first five.
   * Tries older than {@code window} count no more.
   */
  Attempts count(byte[] nameHash, Instant now, int limit, Duration window) {
    return sql.sql(
            """
            insert into staff.sign_in_attempt as a (name_hash, failures, last_at)
            values (:nameHash, 1, :now)
            on conflict (name_hash) do update set
                failures = case when coalesce(a.locked_until, a.last_at + make_interval(secs => :window)) <= :now
                                then 1 else a.failures + 1 end,
                locked_until = case when coalesce(a.locked_until, a.last_at + make_interval(secs => :window)) <= :now
                                    then null
                                    when a.locked_until is null and a.failures + 1 >= :limit
                                    then cast(:now as timestamptz) + make_interval(secs => :window)
                                    else a.locked_until end,
                last_at = :now
            returning failures, locked_until
            """)
        .param("nameHash", nameHash)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("window", window.toSeconds())
        .param("limit", limit)
        .query(
            (row, _) ->
                new Attempts(
                    row.getInt("failures"),
                    instant(row.getObject("locked_until", OffsetDateTime.class))))
        .single();
  }

  /** The try was right: as if it had not been counted. */
  void uncount(byte[] nameHash) {
    sql.sql(
            """
            update staff.sign_in_attempt set failures = failures - 1, locked_until = null
            where name_hash = :nameHash
            """)
        .param("nameHash", nameHash)
        .update();
  }

  void forgetAttempts(byte[] nameHash) {
    sql.sql("delete from staff.sign_in_attempt where name_hash = :nameHash")
        .param("nameHash", nameHash)
        .update();
  }

  Optional<Instant> lockedUntil(byte[] nameHash, Instant now) {
    return sql.sql(
            """
            select locked_until from staff.sign_in_attempt
            where name_hash = :nameHash and locked_until > :now
            """)
        .param("nameHash", nameHash)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, _) -> row.getObject("locked_until", OffsetDateTime.class).toInstant())
        .optional();
  }

  void begin(
      UUID id, byte[] secretHash, OfficerId officer, Instant expires, byte @Nullable [] key) {
    sql.sql(
            """
            insert into staff.sign_in (id, secret_hash, officer_id, expires_at, totp_sealed)
            values (:id, :secretHash, :officer, :expires, :key)
            """)
        .param("id", id)
        .param("secretHash", secretHash)
        .param("officer", officer.value())
        .param("expires", expires.atOffset(ZoneOffset.UTC))
        .param("key", key)
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
    sql.sql("delete from staff.sign_in_attempt where last_at < :moment")
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }
}
