package vn.ansinh.guardianship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.PersonId;

@Repository
class LinkStore {

  private final JdbcClient sql;

  LinkStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** False when the two have one of the kind already; the partial unique index decides. */
  boolean insert(Link link, @Nullable ApplicationId application, LocalDate lookAgainOn) {
    var relation = link.relation();
    return sql.sql(
                """
                insert into guardianship.link
                  (person_id, id, guardian_id, kind, relation, scope, granted_at, last_day,
                   application_id, look_again_on)
                values
                  (:person, :id, :guardian, :kind, :relation, :scope, :grantedAt, :lastDay,
                   :application, :lookAgainOn)
                on conflict (person_id, guardian_id, kind) where ended_at is null do nothing
                """)
            .param("person", link.person().value())
            .param("id", link.id().value())
            .param("guardian", link.guardian().value())
            .param("kind", link.kind().name())
            .param("relation", relation == null ? null : relation.name())
            .param("scope", link.scope().name())
            .param("grantedAt", utc(link.grantedAt()))
            .param("lastDay", link.lastDay())
            .param("application", application == null ? null : application.value())
            .param("lookAgainOn", lookAgainOn)
            .update()
        == 1;
  }

  /** Those not ended between the two; at most one of each kind. */
  List<Link> between(PersonId guardian, PersonId person) {
    return sql.sql(
            """
            select id, person_id, guardian_id, kind, relation, scope, granted_at, last_day,
              invited_at, ended_at, end_reason
            from guardianship.link
            where person_id = :person and guardian_id = :guardian and ended_at is null
            """)
        .param("person", person.value())
        .param("guardian", guardian.value())
        .query(LinkStore::link)
        .list();
  }

  /** Not ended ones of somebody who looks or acts, the oldest first. */
  List<Link> ofGuardian(PersonId guardian) {
    return sql.sql(
            """
            select id, person_id, guardian_id, kind, relation, scope, granted_at, last_day,
              invited_at, ended_at, end_reason
            from guardianship.link
            where guardian_id = :guardian and ended_at is null
            order by granted_at
            limit 100
            """)
        .param("guardian", guardian.value())
        .query(LinkStore::link)
        .list();
  }

  /** All there ever were about a person: those that hold, then the newest. */
  List<Link> ofPerson(PersonId person) {
    return sql.sql(
            """
            select id, person_id, guardian_id, kind, relation, scope, granted_at, last_day,
              invited_at, ended_at, end_reason
            from guardianship.link
            where person_id = :person
            order by ended_at is not null, granted_at desc
            limit 100
            """)
        .param("person", person.value())
        .query(LinkStore::link)
        .list();
  }

  /**
   * Whoever wants to end it waits until the caller's transaction is over; empty when it was ended
   * before.
   */
  Optional<Link> hold(PersonId person, LinkId id) {
    return sql.sql(
            """
            select id, person_id, guardian_id, kind, relation, scope, granted_at, last_day,
              invited_at, ended_at, end_reason
            from guardianship.link
            where person_id = :person and id = :id and ended_at is null
            for share
            """)
        .param("person", person.value())
        .param("id", id.value())
        .query(LinkStore::link)
        .optional();
  }

  /** Whoever else wants to end or hold what is between the two waits. */
  void holdForEnd(PersonId guardian, PersonId person) {
    sql.sql(
            """
            select id from guardianship.link
            where person_id = :person and guardian_id = :guardian and ended_at is null
            order by id
            for update
            """)
        .param("person", person.value())
        .param("guardian", guardian.value())
        .query(UUID.class)
        .list();
  }

  /** True for one caller only. Waits for those who {@link #hold} it. */
  boolean end(Link link, LinkEnd reason, @Nullable UUID by, Instant now) {
    return sql.sql(
                """
                update guardianship.link set ended_at = :now, end_reason = :reason, ended_by = :by
                where person_id = :person and id = :id and ended_at is null
                """)
            .param("person", link.person().value())
            .param("id", link.id().value())
            .param("reason", reason.name())
            .param("by", by)
            .param("now", utc(now))
            .update()
        == 1;
  }

  /** True for one caller only. */
  boolean invite(Link link, Instant now) {
    return sql.sql(
                """
                update guardianship.link set invited_at = :now
                where person_id = :person and id = :id and ended_at is null and invited_at is null
                """)
            .param("person", link.person().value())
            .param("id", link.id().value())
            .param("now", utc(now))
            .update()
        == 1;
  }

  /** Due ones for the housekeeping, each for one node only until its transaction is over. */
  List<Link> takeDue(LocalDate today, int most) {
    return sql.sql(
            """
            select id, person_id, guardian_id, kind, relation, scope, granted_at, last_day,
              invited_at, ended_at, end_reason
            from guardianship.link
            where ended_at is null and look_again_on <= :today
            order by look_again_on
            limit :most
            for update skip locked
            """)
        .param("today", today)
        .param("most", most)
        .query(LinkStore::link)
        .list();
  }

  void lookAgain(Link link, LocalDate on) {
    sql.sql(
            """
            update guardianship.link set look_again_on = :on
            where person_id = :person and id = :id
            """)
        .param("person", link.person().value())
        .param("id", link.id().value())
        .param("on", on)
        .update();
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static Link link(ResultSet row, int number) throws SQLException {
    var relation = row.getString("relation");
    var end = row.getString("end_reason");
    return new Link(
        new LinkId(row.getObject("id", UUID.class)),
        new PersonId(row.getObject("person_id", UUID.class)),
        new PersonId(row.getObject("guardian_id", UUID.class)),
        LinkKind.valueOf(row.getString("kind")),
        relation == null ? null : Relation.valueOf(relation),
        Right.valueOf(row.getString("scope")),
        row.getObject("granted_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_day", LocalDate.class),
        moment(row, "invited_at"),
        moment(row, "ended_at"),
        end == null ? null : LinkEnd.valueOf(end));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    var moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
