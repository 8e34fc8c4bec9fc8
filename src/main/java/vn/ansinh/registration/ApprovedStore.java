package vn.ansinh.registration;

import java.util.Set;
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
  Set<PersonId> keysOf(PersonId person) {
    return sql.sql(
            """
            select distinct person_id from registration.declaration
            where matched_person_id = :person and status = 'APPROVED'
            """)
        .param("person", person.value())
        .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
        .set();
  }
}
