package vn.ansinh.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.audit.Actor;
import vn.ansinh.people.SealedPeople.Side;
import vn.ansinh.platform.PersonId;

@Repository
class PersonChangeStore {

  private final JdbcClient sql;
  private final SealedPeople seal;

  PersonChangeStore(JdbcClient sql, SealedPeople seal) {
    this.sql = sql;
    this.seal = seal;
  }

  List<PersonChange> of(PersonId id) {
    return sql.sql(
            """
            select change_id, field, old_value, new_value, changed_at, actor_kind, actor_id
            from people.person_change
            where person_id = :id
            order by change_id desc, field
            """)
        .param("id", id.value())
        .query((row, _) -> change(id.value(), row))
        .list();
  }

  private PersonChange change(UUID person, ResultSet row) throws SQLException {
    var change = row.getObject("change_id", UUID.class);
    var field = row.getString("field");
    return new PersonChange(
        PersonChange.Field.valueOf(field),
        seal.openChange(Side.OLD_VALUE, person, change, field, row.getBytes("old_value")),
        seal.openChange(Side.NEW_VALUE, person, change, field, row.getBytes("new_value")),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        new Actor(
            Actor.Kind.valueOf(row.getString("actor_kind")),
            row.getObject("actor_id", UUID.class)));
  }
}
