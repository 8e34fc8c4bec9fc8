package vn.ansinh.registration;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What falls due by itself, one row each; safe on many nodes. */
@Repository
class DeadlineStore {

  enum Kind {
    REMIND,
    EXPIRE,
    ERASE
  }

  private final JdbcClient sql;

  DeadlineStore(JdbcClient sql) {
    this.sql = sql;
  }

  void set(DeclarationId id, Kind kind, LocalDate dueOn) {
    sql.sql(
            """
            insert into registration.deadline (declaration_id, kind, due_on)
            values (:id, :kind, :dueOn)
            on conflict (declaration_id, kind) do update set due_on = excluded.due_on
            """)
        .param("id", id.value())
        .param("kind", kind.name())
        .param("dueOn", dueOn)
        .update();
  }

  void clear(DeclarationId id) {
    sql.sql("delete from registration.deadline where declaration_id = :id")
        .param("id", id.value())
        .update();
  }

  /**
   * Takes the row due longest; it is back if the transaction fails. Rows other nodes are working on
   * are passed over.
   */
  Optional<DeclarationId> take(Kind kind, LocalDate today, Collection<DeclarationId> without) {
    return sql.sql(
            """
            with next as materialized (
              select declaration_id, kind from registration.deadline
              where kind = :kind and due_on <= :today
                and declaration_id <> all (cast(:without as uuid[]))
              order by due_on limit 1 for update skip locked)
            delete from registration.deadline as due using next
            where due.declaration_id = next.declaration_id and due.kind = next.kind
            returning due.declaration_id
            """)
        .param("kind", kind.name())
        .param("today", today)
        .param("without", without.stream().map(DeclarationId::value).toArray(UUID[]::new))
        .query((row, _) -> new DeclarationId(row.getObject("declaration_id", UUID.class)))
        .optional();
  }
}
