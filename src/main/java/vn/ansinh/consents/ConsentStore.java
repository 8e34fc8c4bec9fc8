package vn.ansinh.consents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.consents.Consent.End;
import vn.ansinh.platform.PersonId;

@Repository
class ConsentStore {

  private final JdbcClient sql;

  ConsentStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** False when one is live; relies on the partial unique index. */
  boolean insert(Consent consent) {
    var by = consent.givenBy();
    return sql.sql(
                """
                insert into consents.consent
                  (holder_id, id, purpose, wording, given_by, given_at, given_where, given_on, language)
                values (:holder, :id, :purpose, :wording, :by, :at, :place, :device, :language)
                on conflict do nothing
                """)
            .param("holder", consent.holder())
            .param("id", consent.id())
            .param("purpose", consent.purpose().name())
            .param("wording", consent.wording())
            .param("by", by == null ? null : by.value())
            .param("at", utc(consent.givenAt()))
            .param("place", consent.given().place().name())
            .param("device", consent.given().device())
            .param("language", consent.given().language())
            .update()
        == 1;
  }

  /** More than one only of a child, for whom several may speak. */
  List<Consent> live(UUID holder, Purpose purpose) {
    return sql.sql(
            """
            select holder_id, id, purpose, wording, given_by, given_at, given_where, given_on,
              language, ended_at, ended_how
            from consents.consent
            where holder_id = :holder and purpose = :purpose and ended_at is null
            """)
        .param("holder", holder)
        .param("purpose", purpose.name())
        .query((row, _) -> consent(row))
        .list();
  }

  /** The newest first; nobody has hundreds, and whoever makes them sees the newest. */
  List<Consent> of(UUID holder) {
    return sql.sql(
            """
            select holder_id, id, purpose, wording, given_by, given_at, given_where, given_on,
              language, ended_at, ended_how
            from consents.consent
            where holder_id = :holder
            order by given_at desc, id desc limit 200
            """)
        .param("holder", holder)
        .query((row, _) -> consent(row))
        .list();
  }

  /** The newest first. */
  List<Consent> givenBy(PersonId representative) {
    return sql.sql(
            """
            select holder_id, id, purpose, wording, given_by, given_at, given_where, given_on,
              language, ended_at, ended_how
            from consents.consent
            where given_by = :by
            order by given_at desc, id desc limit 200
            """)
        .param("by", representative.value())
        .query((row, _) -> consent(row))
        .list();
  }

  void endOther(UUID holder, Purpose purpose, int wording, Instant now) {
    sql.sql(
            """
            update consents.consent set ended_at = :now, ended_how = 'REPLACED'
            where holder_id = :holder and purpose = :purpose and ended_at is null
              and wording <> :wording
            """)
        .param("holder", holder)
        .param("purpose", purpose.name())
        .param("wording", wording)
        .param("now", utc(now))
        .update();
  }

  /**
   * Of two at once one finds it live.
   *
   * @param by whose word it must have been; anybody's where absent
   */
  Optional<Consent> withdraw(
      UUID holder, Purpose purpose, @Nullable PersonId by, Said said, Instant now) {
    return sql.sql(
            """
            update consents.consent
            set ended_at = :now, ended_how = 'WITHDRAWN', ended_where = :place, ended_on = :device
            where holder_id = :holder and purpose = :purpose and ended_at is null
              and (cast(:by as uuid) is null or given_by = :by)
            returning holder_id, id, purpose, wording, given_by, given_at, given_where, given_on,
              language, ended_at, ended_how
            """)
        .param("holder", holder)
        .param("purpose", purpose.name())
        .param("by", by == null ? null : by.value())
        .param("place", said.place().name())
        .param("device", said.device())
        .param("now", utc(now))
        .query((row, _) -> consent(row))
        .optional();
  }

  /** Rows of another key: removed there and put here, as a spread table wants it. */
  void pass(UUID from, UUID to) {
    sql.sql(
            """
            with gone as (delete from consents.consent where holder_id = :from returning *)
            insert into consents.consent
              (holder_id, id, purpose, wording, given_by, given_at, given_where, given_on, language,
               ended_at, ended_how, ended_where, ended_on)
            select :to, id, purpose, wording, given_by, given_at, given_where, given_on, language,
              ended_at, ended_how, ended_where, ended_on
            from gone
            on conflict do nothing
            """)
        .param("from", from)
        .param("to", to)
        .update();
  }

  void endAll(UUID holder, Instant now) {
    sql.sql(
            """
            update consents.consent set ended_at = :now, ended_how = 'ACCOUNT_CLOSED'
            where holder_id = :holder and ended_at is null
            """)
        .param("holder", holder)
        .param("now", utc(now))
        .update();
  }

  void endFor(UUID holder, PersonId representative, Instant now) {
    sql.sql(
            """
            update consents.consent set ended_at = :now, ended_how = 'GUARDIANSHIP_ENDED'
            where holder_id = :holder and given_by = :by and ended_at is null
            """)
        .param("holder", holder)
        .param("by", representative.value())
        .param("now", utc(now))
        .update();
  }

  void delete(UUID holder) {
    sql.sql("delete from consents.consent where holder_id = :holder")
        .param("holder", holder)
        .update();
  }

  private static Consent consent(ResultSet row) throws SQLException {
    var by = row.getObject("given_by", UUID.class);
    var ended = row.getObject("ended_at", OffsetDateTime.class);
    var how = row.getString("ended_how");
    return new Consent(
        row.getObject("holder_id", UUID.class),
        row.getObject("id", UUID.class),
        Purpose.valueOf(row.getString("purpose")),
        row.getInt("wording"),
        by == null ? null : new PersonId(by),
        row.getObject("given_at", OffsetDateTime.class).toInstant(),
        new Said(
            Place.valueOf(row.getString("given_where")),
            row.getString("given_on"),
            row.getString("language")),
        ended == null ? null : ended.toInstant(),
        how == null ? null : End.valueOf(how));
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
