package vn.ansinh.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.PersonId;

/** Which approved declarations are whose. */
@Repository
class ApprovedStore {

  private final JdbcClient sql;

  ApprovedStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Along its own partial index. */
  List<Approved> of(PersonId person) {
    return sql.sql(
            """
            select person_id, id from registration.declaration
            where matched_person_id = :person and status = 'APPROVED'
            """)
        .param("person", person.value())
        .query((row, _) -> approved(row))
        .list();
  }

  private static Approved approved(ResultSet row) throws SQLException {
    return new Approved(
        new DeclarationId(row.getObject("id", UUID.class)),
        new PersonId(row.getObject("person_id", UUID.class)));
  }
}
