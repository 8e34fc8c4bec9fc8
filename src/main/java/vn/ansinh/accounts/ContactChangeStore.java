package vn.ansinh.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.PersonId;

/** Written only under the lock on the account's row. */
@Repository
class ContactChangeStore {

  /** Somebody whose change is due, and the place in the line. */
  record Due(PersonId person, Instant at) {}

  private final JdbcClient sql;
  private final SealedContacts seal;

  ContactChangeStore(JdbcClient sql, SealedContacts seal) {
    this.sql = sql;
    this.seal = seal;
  }

  Optional<ContactChange> find(PersonId person) {
    return sql.sql(
            """
            select person_id, id, session_id, channel, step, wanted, due_at
            from accounts.contact_change
            where person_id = :person
            """)
        .param("person", person.value())
        .query((row, _) -> change(row))
        .optional();
  }

  /** In place of an earlier one of the person. */
  void put(ContactChange change, Instant now) {
    sql.sql(
            """
            insert into accounts.contact_change
              (person_id, id, session_id, channel, step, wanted, begun_at, due_at)
            values (:person, :id, :session, :channel, :step, :wanted, :now, :due)
            on conflict (person_id) do update set
              id = excluded.id, session_id = excluded.session_id, channel = excluded.channel,
              step = excluded.step, wanted = excluded.wanted, begun_at = excluded.begun_at,
              due_at = excluded.due_at
            """)
        .param("person", change.person().value())
        .param("id", change.id())
        .param("session", change.session())
        .param("channel", change.wanted().channel().name())
        .param("step", change.step().name())
        .param("wanted", seal.sealWanted(change.person(), change.wanted().address()))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("due", change.dueAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  void step(ContactChange change) {
    sql.sql(
            """
            update accounts.contact_change set step = :step, due_at = :due
            where person_id = :person and id = :id
            """)
        .param("person", change.person().value())
        .param("id", change.id())
        .param("step", change.step().name())
        .param("due", change.dueAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  void delete(PersonId person) {
    sql.sql("delete from accounts.contact_change where person_id = :person")
        .param("person", person.value())
        .update();
  }

  /**
   * The next in line behind somebody, oldest first; locks nobody.
   *
   * @param after where the last page ended
   */
  List<Due> due(Instant now, Due after, int most) {
    return sql.sql(
            """
            select person_id, due_at from accounts.contact_change
            where due_at <= :now and (due_at, person_id) > (:afterAt, :afterPerson)
            order by due_at, person_id
            limit :most
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("afterAt", after.at().atOffset(ZoneOffset.UTC))
        .param("afterPerson", after.person().value())
        .param("most", most)
        .query((row, _) -> new Due(new PersonId(row.getObject("person_id", UUID.class)), due(row)))
        .list();
  }

  private ContactChange change(ResultSet row) throws SQLException {
    var person = new PersonId(row.getObject("person_id", UUID.class));
    return new ContactChange(
        person,
        row.getObject("id", UUID.class),
        row.getObject("session_id", UUID.class),
        new Contact(
            Channel.valueOf(row.getString("channel")),
            seal.openWanted(person, row.getBytes("wanted"))),
        ContactChange.Step.valueOf(row.getString("step")),
        due(row));
  }

  private static Instant due(ResultSet row) throws SQLException {
    return row.getObject("due_at", OffsetDateTime.class).toInstant();
  }
}
