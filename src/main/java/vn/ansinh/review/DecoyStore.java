package vn.ansinh.review;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.PersonId;

@Repository
class DecoyStore {

  private final JdbcClient sql;

  DecoyStore(JdbcClient sql) {
    this.sql = sql;
  }

  boolean isDecoy(PersonId person) {
    return sql.sql("select exists (select 1 from review.decoy where person_id = :person)")
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }

  /** False when it is one already. */
  boolean insert(PersonId person, Instant now) {
    return sql.sql(
                """
                insert into review.decoy (person_id, added_at) values (:person, :now)
                on conflict (person_id) do nothing
                """)
            .param("person", person.value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }
}
