package vn.ansinh.review;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
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
   * @param assessment what the machine had made of the file
   * @param worked absent where it could not be measured
   */
  void add(
      Declaration file,
      OfficerId by,
      Decision.Kind kind,
      @Nullable PersonId approved,
      Assessment assessment,
      @Nullable Duration worked,
      Instant now) {
    sql.sql(
            """
            insert into review.decision
                (id, declaration_id, person_id, officer_id, office_code, kind, decided_at,
                 assessment, worked_seconds)
            values (:id, :declaration, :person, :officer, :office, :kind, :now,
                    :assessment, :worked)
            """)
        .param("id", Ids.next())
        .param("declaration", file.id().value())
        .param("person", approved == null ? null : approved.value())
        .param("officer", by.value())
        .param("office", file.officeCode())
        .param("kind", kind.name())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("assessment", assessment.name())
        .param("worked", worked == null ? null : worked.toSeconds(), Types.INTEGER)
        .update();
  }

  /** Empty for a file nobody has decided before. */
  Optional<Instant> lastDecided(DeclarationId file) {
    return sql.sql(
            """
            select decided_at from review.decision
            where declaration_id = :file
            order by decided_at desc
            limit 1
            """)
        .param("file", file.value())
        .query((row, _) -> row.getObject("decided_at", OffsetDateTime.class).toInstant())
        .optional();
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
