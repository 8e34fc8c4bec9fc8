package vn.ansinh.review;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.DeclarationId;

@Repository
class DecisionStore {

  private final JdbcClient sql;

  DecisionStore(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * @param approved the register's person, of an approval
   */
  void add(
      Declaration file,
      OfficerId by,
      Decision.Kind kind,
      @Nullable PersonId approved,
      Instant now) {
    sql.sql(
            """
            insert into review.decision
                (id, declaration_id, person_id, officer_id, office_code, kind, decided_at)
            values (:id, :declaration, :person, :officer, :office, :kind, :now)
            """)
        .param("id", Ids.next())
        .param("declaration", file.id().value())
        .param("person", approved == null ? null : approved.value())
        .param("officer", by.value())
        .param("office", file.officeCode())
        .param("kind", kind.name())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The file that opened the person's account. */
  Optional<DeclarationId> approvalOf(PersonId person) {
    return sql.sql(
            """
            select declaration_id from review.decision
            where person_id = :person
            order by decided_at desc
            limit 1
            """)
        .param("person", person.value())
        .query((row, _) -> new DeclarationId(row.getObject("declaration_id", UUID.class)))
        .optional();
  }
}
