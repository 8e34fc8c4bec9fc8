package vn.ansinh.registration;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.accounts.Contact;
import vn.ansinh.platform.Secrets;

/**
 * Which phone an applicant has confirmed by a code. Apart from the declaration itself, so that
 * confirming one does not come between an officer and a decision.
 */
@Repository
class PhoneProofStore {

  private final JdbcClient sql;
  private final Secrets secrets;
  private final Clock clock;

  PhoneProofStore(JdbcClient sql, Secrets secrets, Clock clock) {
    this.sql = sql;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** Stops to fit as soon as the declaration names another phone. */
  void put(Declaration declaration, String phone) {
    sql.sql(
            """
            insert into registration.phone_proof
              (person_id, declaration_id, phone_hash, confirmed_at)
            values (:person, :declaration, :hash, :now)
            on conflict (person_id, declaration_id)
              do update set phone_hash = excluded.phone_hash, confirmed_at = excluded.confirmed_at
            """)
        .param("person", declaration.person().value())
        .param("declaration", declaration.id().value())
        .param("hash", hash(phone))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Whether the phone declared now is one the applicant has confirmed; never once erased. */
  boolean covers(Declaration declaration) {
    var facts = declaration.facts();
    return facts != null
        && sql.sql(
                """
                select exists (
                  select 1 from registration.phone_proof
                  where person_id = :person and declaration_id = :declaration and phone_hash = :hash)
                """)
            .param("person", declaration.person().value())
            .param("declaration", declaration.id().value())
            .param("hash", hash(facts.phone()))
            .query(Boolean.class)
            .single();
  }

  void delete(Declaration declaration) {
    sql.sql(
            """
            delete from registration.phone_proof
            where person_id = :person and declaration_id = :declaration
            """)
        .param("person", declaration.person().value())
        .param("declaration", declaration.id().value())
        .update();
  }

  private byte[] hash(String phone) {
    return StoredDraft.proof(secrets, Contact.phone(phone));
  }
}
