package vn.ansinh.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.ansinh.platform.PersonId;

/** Reads lines back for the person they are about. */
@Repository
class LineStore {

  /** Also looked at by the test of its plan. */
  static final String ABOUT =
      """
      select e.id, e.happened_at, e.action, e.actor_kind, e.actor_id, e.subject_kind, e.subject_id,
             e.person_id, e.details, p.details ->> 'office' as office, p.details ->> 'roles' as roles
      from (
          select x.*
          from unnest(cast(:persons as uuid[])) as k (person_id)
          cross join lateral (
              select * from audit.entry n
              where n.person_id = k.person_id
                and (n.happened_at, n.id) < (cast(:at as timestamptz), cast(:id as uuid))
                and n.action = any (cast(:actions as text[]))
              order by n.happened_at desc, n.id desc
              limit :limit
          ) x
          order by x.happened_at desc, x.id desc
          limit :limit
      ) e
      left join lateral (
          select o.details from audit.entry o
          where e.actor_kind = 'OFFICER' and o.subject_kind = 'officer'
            and o.subject_id = cast(e.actor_id as text)
            and o.action in ('OFFICER_ADDED', 'OFFICER_CHANGED')
            and o.happened_at <= e.happened_at
          order by o.happened_at desc
          limit 1
      ) p on true
      order by e.happened_at desc, e.id desc
      """;

  private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

  private final JdbcClient sql;
  private final JsonMapper json;

  LineStore(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  static LineStore of(DataSource database, JsonMapper json) {
    return new LineStore(JdbcClient.create(database), json);
  }

  /** Along the index by person, as far as the limit, and the one of postings. */
  List<Line> about(
      Collection<PersonId> persons, Collection<String> actions, Line.Mark before, int limit) {
    return sql.sql(ABOUT)
        .param("persons", persons.stream().map(PersonId::value).toArray(UUID[]::new))
        .param("actions", actions.toArray(String[]::new))
        .param("at", before.happenedAt().atOffset(ZoneOffset.UTC))
        .param("id", before.id())
        .param("limit", limit)
        .query((row, _) -> line(row))
        .list();
  }

  private Line line(ResultSet row) throws SQLException {
    var roles = row.getString("roles");
    return new Line(
        row.getObject("id", UUID.class),
        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
        row.getString("action"),
        new Actor(
            Actor.Kind.valueOf(row.getString("actor_kind")), row.getObject("actor_id", UUID.class)),
        new Subject(
            row.getString("subject_kind"),
            row.getString("subject_id"),
            new PersonId(row.getObject("person_id", UUID.class))),
        json.readValue(row.getString("details"), DETAILS),
        row.getString("office"),
        roles == null ? Set.of() : Set.of(roles.split(" ")));
  }
}
