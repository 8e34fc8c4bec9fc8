package vn.ansinh.accounts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.PersonId;

@Repository
class ContactStore {

  private final JdbcClient sql;
  private final SealedContacts seal;

  ContactStore(JdbcClient sql, SealedContacts seal) {
    this.sql = sql;
    this.seal = seal;
  }

  record Held(PersonId holder, boolean confirmed) {}

  /** Waits for a claim of the same phone that is under way, then tells whether this one won. */
  boolean insertPhone(String phone, PersonId holder, boolean confirmed, Instant now) {
    return sql.sql(
                """
                insert into accounts.phone_claim (phone_hash, person_id, confirmed, claimed_at)
                values (:phone, :holder, :confirmed, :now)
                on conflict (phone_hash) do nothing
                """)
            .param("phone", seal.hashOfPhone(phone))
            .param("confirmed", confirmed)
            .param("holder", holder.value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  boolean insertEmail(String email, PersonId holder, Instant now) {
    return sql.sql(
                """
                insert into accounts.email_claim (email_hash, person_id, claimed_at)
                values (:email, :holder, :now)
                on conflict (email_hash) do nothing
                """)
            .param("email", seal.hashOfEmail(email))
            .param("holder", holder.value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  boolean holdsPhone(String phone, PersonId holder) {
    return sql.sql(
            """
            select exists (
              select 1 from accounts.phone_claim where phone_hash = :phone and person_id = :holder)
            """)
        .param("phone", seal.hashOfPhone(phone))
        .param("holder", holder.value())
        .query(Boolean.class)
        .single();
  }

  boolean holdsEmail(String email, PersonId holder) {
    return sql.sql(
            """
            select exists (
              select 1 from accounts.email_claim where email_hash = :email and person_id = :holder)
            """)
        .param("email", seal.hashOfEmail(email))
        .param("holder", holder.value())
        .query(Boolean.class)
        .single();
  }

  Optional<Held> lockPhone(String phone) {
    return sql.sql(
            """
            select person_id, confirmed from accounts.phone_claim where phone_hash = :phone for update
            """)
        .param("phone", seal.hashOfPhone(phone))
        .query(
            (row, _) ->
                new Held(
                    new PersonId(row.getObject("person_id", UUID.class)),
                    row.getBoolean("confirmed")))
        .optional();
  }

  void confirmPhone(String phone, PersonId holder, Instant now) {
    sql.sql(
            """
            update accounts.phone_claim
            set claimed_at = case when person_id = :holder then claimed_at else :now end,
                person_id = :holder, confirmed = true
            where phone_hash = :phone
            """)
        .param("phone", seal.hashOfPhone(phone))
        .param("holder", holder.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void deleteEmail(String email, PersonId holder) {
    sql.sql("delete from accounts.email_claim where email_hash = :email and person_id = :holder")
        .param("email", seal.hashOfEmail(email))
        .param("holder", holder.value())
        .update();
  }

  void deletePhone(String phone, PersonId holder) {
    sql.sql("delete from accounts.phone_claim where phone_hash = :phone and person_id = :holder")
        .param("phone", seal.hashOfPhone(phone))
        .param("holder", holder.value())
        .update();
  }

  void deleteProvisional(PersonId holder) {
    sql.sql("delete from accounts.phone_claim where person_id = :holder and not confirmed")
        .param("holder", holder.value())
        .update();
  }

  int deleteAll(PersonId holder) {
    var phones =
        sql.sql("delete from accounts.phone_claim where person_id = :holder")
            .param("holder", holder.value())
            .update();
    var emails =
        sql.sql("delete from accounts.email_claim where person_id = :holder")
            .param("holder", holder.value())
            .update();
    return phones + emails;
  }

  int moveAll(PersonId from, PersonId to) {
    var phones =
        sql.sql("update accounts.phone_claim set person_id = :to where person_id = :from")
            .param("to", to.value())
            .param("from", from.value())
            .update();
    var emails =
        sql.sql("update accounts.email_claim set person_id = :to where person_id = :from")
            .param("to", to.value())
            .param("from", from.value())
            .update();
    return phones + emails;
  }
}
