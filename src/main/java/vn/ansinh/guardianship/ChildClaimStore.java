package vn.ansinh.guardianship;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One guardian applies for one child once at a time. */
@Repository
class ChildClaimStore {

  private final JdbcClient sql;

  ChildClaimStore(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Waits for whoever claims the same; the application that holds the claim afterwards.
   *
   * @param hash keyed, of the guardian and the child's number
   */
  ApplicationId claim(byte[] hash, ChildApplication application) {
    return sql.sql(
            """
            insert into guardianship.child_claim as it (child_hash, person_id, application_id)
            values (:hash, :guardian, :id)
            on conflict (child_hash) do update set application_id = it.application_id
            returning application_id
            """)
        .param("hash", hash)
        .param("guardian", application.guardian().value())
        .param("id", application.id().value())
        .query((row, _) -> new ApplicationId(row.getObject("application_id", UUID.class)))
        .single();
  }

  void release(ApplicationId id) {
    sql.sql("delete from guardianship.child_claim where application_id = :id")
        .param("id", id.value())
        .update();
  }
}
