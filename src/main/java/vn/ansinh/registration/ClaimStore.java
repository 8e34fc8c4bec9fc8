package vn.ansinh.registration;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.PersonId;

/** Values that belong to one declaration only; the primary keys decide. */
@Repository
class ClaimStore {

  private final JdbcClient sql;

  ClaimStore(JdbcClient sql) {
    this.sql = sql;
  }

  boolean insertCode(DeclarationCode code, PersonId person, UUID declaration) {
    return sql.sql(
                """
                insert into registration.code_claim (code, person_id, declaration_id)
                values (:code, :person, :declaration) on conflict do nothing
                """)
            .param("code", code.value())
            .param("person", person.value())
            .param("declaration", declaration)
            .update()
        == 1;
  }

  void insertLink(byte[] secretHash, Declaration declaration) {
    sql.sql(
            """
            insert into registration.link_claim (secret_hash, person_id, declaration_id)
            values (:secretHash, :person, :declaration)
            """)
        .param("secretHash", secretHash)
        .param("person", declaration.person().value())
        .param("declaration", declaration.id().value())
        .update();
  }

  /** Waits for whoever is claiming the same number; the declaration that holds it afterwards. */
  DeclarationId claimNumber(byte[] numberHash, Declaration declaration) {
    return sql.sql(
            """
            insert into registration.number_claim as it (number_hash, person_id, declaration_id)
            values (:numberHash, :person, :declaration)
            on conflict (number_hash) do update set declaration_id = it.declaration_id
            returning declaration_id
            """)
        .param("numberHash", numberHash)
        .param("person", declaration.person().value())
        .param("declaration", declaration.id().value())
        .query((row, _) -> new DeclarationId(row.getObject("declaration_id", UUID.class)))
        .single();
  }

  void releaseNumber(DeclarationId id) {
    sql.sql("delete from registration.number_claim where declaration_id = :id")
        .param("id", id.value())
        .update();
  }

  Optional<DeclarationId> byCode(DeclarationCode code) {
    return sql.sql("select declaration_id from registration.code_claim where code = :code")
        .param("code", code.value())
        .query((row, _) -> new DeclarationId(row.getObject("declaration_id", UUID.class)))
        .optional();
  }

  Optional<DeclarationId> byLink(byte[] secretHash) {
    return sql.sql(
            """
            select declaration_id from registration.link_claim where secret_hash = :secretHash
            """)
        .param("secretHash", secretHash)
        .query((row, _) -> new DeclarationId(row.getObject("declaration_id", UUID.class)))
        .optional();
  }
}
