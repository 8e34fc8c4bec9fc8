package vn.ansinh.guardianship;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.PersonId;

/** Authorisations waiting to be taken up. */
@Repository
class OfferStore {

  record Offer(PersonId person, Right scope, LocalDate lastDay) {}

  private final JdbcClient sql;

  OfferStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(byte[] codeHash, Offer offer, Instant now, Instant expiresAt) {
    sql.sql(
            """
            insert into guardianship.offer (code_hash, person_id, scope, last_day, made_at, expires_at)
            values (:hash, :person, :scope, :lastDay, :now, :expiresAt)
            """)
        .param("hash", codeHash)
        .param("person", offer.person().value())
        .param("scope", offer.scope().name())
        .param("lastDay", offer.lastDay())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Who made it, if it is there; whether it is still good is said by taking it. */
  Optional<PersonId> giver(byte[] codeHash) {
    return sql.sql("select person_id from guardianship.offer where code_hash = :hash")
        .param("hash", codeHash)
        .query(UUID.class)
        .optional()
        .map(PersonId::new);
  }

  /** For one caller only; it is gone with that. */
  Optional<Offer> take(byte[] codeHash, PersonId carer, Instant now) {
    return sql.sql(
            """
            delete from guardianship.offer
            where code_hash = :hash and expires_at > :now and person_id <> :carer
            returning person_id, scope, last_day
            """)
        .param("hash", codeHash)
        .param("carer", carer.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, _) ->
                new Offer(
                    new PersonId(row.getObject("person_id", UUID.class)),
                    Right.valueOf(row.getString("scope")),
                    row.getObject("last_day", LocalDate.class)))
        .optional();
  }

  /** How many wait that the person has made. */
  int count(PersonId person) {
    return sql.sql("select count(*) from guardianship.offer where person_id = :person")
        .param("person", person.value())
        .query(Integer.class)
        .single();
  }

  int deleteOf(PersonId person) {
    return sql.sql("delete from guardianship.offer where person_id = :person")
        .param("person", person.value())
        .update();
  }

  void deleteExpired(Instant now) {
    sql.sql("delete from guardianship.offer where expires_at <= :now")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
