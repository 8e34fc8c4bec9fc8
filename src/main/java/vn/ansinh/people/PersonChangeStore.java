package vn.ansinh.people;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.audit.Actor;
import vn.ansinh.platform.PersonId;

@Repository
class PersonChangeStore {

  private final JdbcClient sql;

  PersonChangeStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<PersonChange> of(PersonId id) {
    return sql.sql(
            """
            select field, old_value, new_value, changed_at, actor_kind, actor_id
            from people.person_change
            where person_id = :id
            order by change_id desc, field
            """)
        .param("id", id.value())
        .query(
            (row, _) ->
                new PersonChange(
                    PersonChange.Field.valueOf(row.getString("field")),
                    row.getString("old_value"),
                    row.getString("new_value"),
                    row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                    new Actor(
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        row.getObject("actor_id", UUID.class))))
        .list();
  }
}
