package vn.ansinh.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CodeStore {

  static final String GUESSED =
      """
      select coalesce(sum(tries), 0) from (
        select tries from accounts.code
        where guarded and digits = 6 and tries > 0 and redeemed_at is null
          and created_at > :since
        limit :most) c
      """;

  private final JdbcClient sql;

  CodeStore(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * One caller gets the turn: the row is written only when its pause is over, and the pause doubles
   * each time.
   *
   * @return from when on the next turn can be had; empty when this one came too soon
   */
  Optional<Instant> takeTurn(
      CodePurpose purpose,
      UUID subject,
      Instant now,
      Duration rest,
      Duration pause,
      Duration longest) {
    return sql.sql(
            """
            insert into accounts.code_series as s
              (subject_id, purpose, sent, last_sent_at, resend_from)
            values
              (:subject, :purpose, 1, :now, cast(:now as timestamptz) + :pause * interval '1 second')
            on conflict (subject_id, purpose) do update set
              sent = case when s.last_sent_at <= :rested then 1 else s.sent + 1 end,
              last_sent_at = :now,
              resend_from = cast(:now as timestamptz) + interval '1 second' * case
                when s.last_sent_at <= :rested then :pause
                else least(:longest, :pause * power(2, least(s.sent, 20))) end
            where s.resend_from <= :now
            returning s.resend_from
            """)
        .param("subject", subject)
        .param("purpose", purpose.name())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("rested", now.minus(rest).atOffset(ZoneOffset.UTC))
        .param("pause", pause.toSeconds())
        .param("longest", longest.toSeconds())
        .query((row, _) -> moment(row, "resend_from"))
        .optional();
  }

  Optional<Instant> resendFrom(CodePurpose purpose, UUID subject) {
    return sql.sql(
            """
            select resend_from from accounts.code_series
            where subject_id = :subject and purpose = :purpose
            """)
        .param("subject", subject)
        .param("purpose", purpose.name())
        .query((row, _) -> moment(row, "resend_from"))
        .optional();
  }

  void insert(CodePurpose purpose, UUID subject, Code code) {
    sql.sql(
            """
            insert into accounts.code
              (id, subject_id, purpose, code_hash, contact_hash, created_at, tries, digits, guarded)
            values (:id, :subject, :purpose, :hash, :contact, :now, 0, :digits, :guarded)
            """)
        .param("id", code.id().value())
        .param("subject", subject)
        .param("purpose", purpose.name())
        .param("hash", code.hash())
        .param("contact", code.contactHash())
        .param("now", code.createdAt().atOffset(ZoneOffset.UTC))
        .param("digits", code.digits())
        .param("guarded", code.guarded())
        .update();
  }

  /** Leaves the newest {@code keep} codes to this contact good, and none to any other. */
  void voidOlder(CodePurpose purpose, UUID subject, byte[] contact, int keep, Instant now) {
    sql.sql(
            """
            update accounts.code set voided_at = :now
            where subject_id = :subject and purpose = :purpose and voided_at is null
              and redeemed_at is null
              and id not in (
                select id from accounts.code
                where subject_id = :subject and purpose = :purpose and contact_hash = :contact
                order by created_at desc, id desc limit :keep)
            """)
        .param("subject", subject)
        .param("purpose", purpose.name())
        .param("contact", contact)
        .param("keep", keep)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Newest first; the locks are taken in one order by everybody. */
  List<Code> lockRecent(CodePurpose purpose, UUID subject, Instant since) {
    return sql.sql(
            """
            select id, code_hash, contact_hash, created_at, handed_off_at, tries, redeemed_at,
              digits, guarded
            from accounts.code
            where subject_id = :subject and purpose = :purpose and created_at > :since
              and voided_at is null
            order by created_at desc, id desc
            for update
            """)
        .param("subject", subject)
        .param("purpose", purpose.name())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(CodeStore::code)
        .list();
  }

  Optional<Code> newest(CodePurpose purpose, UUID subject, Instant since) {
    return sql.sql(
            """
            select id, code_hash, contact_hash, created_at, handed_off_at, tries, redeemed_at,
              digits, guarded
            from accounts.code
            where subject_id = :subject and purpose = :purpose and created_at > :since
              and voided_at is null
            order by created_at desc, id desc
            limit 1
            """)
        .param("subject", subject)
        .param("purpose", purpose.name())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(CodeStore::code)
        .optional();
  }

  boolean redeem(CodeId id, Instant now) {
    return sql.sql(
                """
                update accounts.code set redeemed_at = :now
                where id = :id and redeemed_at is null and voided_at is null
                """)
            .param("id", id.value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Of a subject whose right code was typed: what was mistyped beside it was no guess either. */
  void voidAll(CodePurpose purpose, UUID subject, Instant now) {
    sql.sql(
            """
            update accounts.code set voided_at = :now, tries = 0
            where subject_id = :subject and purpose = :purpose
              and voided_at is null and redeemed_at is null
            """)
        .param("subject", subject)
        .param("purpose", purpose.name())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void countTry(List<UUID> ids) {
    sql.sql("update accounts.code set tries = tries + 1 where id in (:ids)")
        .param("ids", ids)
        .update();
  }

  /**
   * How often wrong codes from devices their accounts do not know were compared with a good one of
   * the short kind, over all accounts; those of whoever then typed the right one do not count.
   *
   * @param most from which on it does not matter how many more
   */
  int guessed(Instant since, int most) {
    return sql.sql(GUESSED)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  void handOff(Collection<UUID> ids, Instant at, Instant notCreatedBefore) {
    sql.sql(
            """
            update accounts.code set handed_off_at = :at
            where id = any(cast(:ids as uuid[])) and handed_off_at is null and created_at > :notBefore
            """)
        .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("notBefore", notCreatedBefore.atOffset(ZoneOffset.UTC))
        .update();
  }

  void deleteOlderThan(Instant moment) {
    sql.sql("delete from accounts.code where created_at < :moment")
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .update();
    sql.sql("delete from accounts.code_series where last_sent_at < :moment")
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Code code(ResultSet row, int number) throws SQLException {
    var handedOff = row.getObject("handed_off_at", OffsetDateTime.class);
    return new Code(
        new CodeId(row.getObject("id", UUID.class)),
        row.getBytes("code_hash"),
        row.getBytes("contact_hash"),
        moment(row, "created_at"),
        handedOff == null ? null : handedOff.toInstant(),
        row.getInt("tries"),
        row.getObject("redeemed_at", OffsetDateTime.class) != null,
        row.getInt("digits"),
        row.getBoolean("guarded"));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
