package vn.ansinh.people;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.PersonId;

/** Whose numbers are whose: one row per keyed hash of a number, decided by its primary key. */
@Repository
class NumberClaimStore {

  private final JdbcClient sql;
  private final SealedPeople seal;

  NumberClaimStore(JdbcClient sql, SealedPeople seal) {
    this.sql = sql;
    this.seal = seal;
  }

  Optional<PersonId> ofNumber(String socialInsuranceNumber) {
    return sql.sql(
            """
            select person_id
            from people.social_insurance_number_claim
            where number_hash = :number
            """)
        .param("number", seal.hashOfNumber(socialInsuranceNumber))
        .query(UUID.class)
        .optional()
        .map(PersonId::new);
  }

  Optional<PersonId> ofPersonalId(String personalId) {
    return sql.sql(
            """
            select person_id
            from people.personal_id_claim
            where personal_id_hash = :personalId
            """)
        .param("personalId", seal.hashOfPersonalId(personalId))
        .query(UUID.class)
        .optional()
        .map(PersonId::new);
  }

  /**
   * Takes both numbers or none. Waits for whoever is just taking one of them.
   *
   * @return the holder: {@code id} itself, or the person who has one of the numbers
   */
  PersonId claim(NewPerson person, PersonId id) {
    var number = person.socialInsuranceNumber();
    if (number != null && !claimNumber(number, id)) {
      return ofNumber(number).orElseThrow(() -> vanished(id));
    }
    var personalId = person.personalId();
    if (personalId != null && !claimPersonalId(personalId, id)) {
      if (number != null) {
        releaseNumber(number, id);
      }
      return ofPersonalId(personalId).orElseThrow(() -> vanished(id));
    }
    return id;
  }

  boolean claimNumber(String socialInsuranceNumber, PersonId id) {
    return sql.sql(
                """
                insert into people.social_insurance_number_claim (number_hash, person_id)
                values (:number, :personId)
                on conflict do nothing
                """)
            .param("number", seal.hashOfNumber(socialInsuranceNumber))
            .param("personId", id.value())
            .update()
        == 1;
  }

  boolean claimPersonalId(String personalId, PersonId id) {
    return sql.sql(
                """
                insert into people.personal_id_claim (personal_id_hash, person_id)
                values (:personalId, :personId)
                on conflict do nothing
                """)
            .param("personalId", seal.hashOfPersonalId(personalId))
            .param("personId", id.value())
            .update()
        == 1;
  }

  void releaseNumber(String socialInsuranceNumber, PersonId id) {
    sql.sql(
            """
            delete from people.social_insurance_number_claim
            where number_hash = :number and person_id = :personId
            """)
        .param("number", seal.hashOfNumber(socialInsuranceNumber))
        .param("personId", id.value())
        .update();
  }

  void releasePersonalId(String personalId, PersonId id) {
    sql.sql(
            """
            delete from people.personal_id_claim
            where personal_id_hash = :personalId and person_id = :personId
            """)
        .param("personalId", seal.hashOfPersonalId(personalId))
        .param("personId", id.value())
        .update();
  }

  private static PeopleException vanished(PersonId id) {
    return new PeopleException("a number was released while person " + id.value() + " wanted it");
  }
}
