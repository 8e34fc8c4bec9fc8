package vn.ansinh.stopping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.DeclarationCode;

/** Written only while the person's account is held. */
@Repository
class StoppingStore {

  /** Somebody whose declaration is due, and the place in the line. */
  record Due(PersonId person, Instant at) {}

  /** Also looked at by the test of its plans; so is the other. */
  static final String OPEN =
      """
      select person_id, id, session_id, status, reason, wanted_on, content, code, declared_on, due_at
      from stopping.declaration
      where person_id = :person and status in ('AWAITING_CODE', 'WAITING')
      """;

  static final String DUE =
      """
      select person_id, due_at from stopping.declaration
      where status in ('AWAITING_CODE', 'WAITING')
        and due_at <= :now and (due_at, person_id) > (:afterAt, :afterPerson)
      order by due_at, person_id
      limit :most
      """;

  private final JdbcClient sql;
  private final SealedContents seal;

  StoppingStore(JdbcClient sql, SealedContents seal) {
    this.sql = sql;
    this.seal = seal;
  }

  /** The one that awaits its code or its day; there is no second. */
  Optional<Stopping> open(PersonId person) {
    return sql.sql(OPEN)
        .param("person", person.value())
        .query((row, _) -> stopping(row))
        .optional();
  }

  void insert(Stopping stopping, StopContent content, Instant now) {
    sql.sql(
            """
            insert into stopping.declaration
              (person_id, id, session_id, status, reason, wanted_on, content, begun_at, due_at)
            values
              (:person, :id, :session, :status, :reason, :wantedOn, :content, :now, :due)
            """)
        .param("person", stopping.person().value())
        .param("id", stopping.id())
        .param("session", stopping.session())
        .param("status", stopping.status().name())
        .param("reason", stopping.reason())
        .param("wantedOn", stopping.wantedOn())
        .param("content", seal.seal(stopping.id(), content))
        .param("now", utc(now))
        .param("due", utc(stopping.dueAt()))
        .update();
  }

  void declare(Stopping declared, DeclarationCode code, LocalDate day) {
    sql.sql(
            """
            update stopping.declaration
            set status = 'WAITING', code = :code, declared_on = :day, due_at = :due
            where person_id = :person and id = :id and status = 'AWAITING_CODE'
            """)
        .param("person", declared.person().value())
        .param("id", declared.id())
        .param("code", code.value())
        .param("day", day)
        .param("due", utc(declared.dueAt()))
        .update();
  }

  /** Nothing of what was said about the person stays. */
  void cancel(Stopping stopping, Instant now) {
    sql.sql(
            """
            update stopping.declaration set status = 'CANCELLED', content = null, ended_at = :now
            where person_id = :person and id = :id and status = 'WAITING'
            """)
        .param("person", stopping.person().value())
        .param("id", stopping.id())
        .param("now", utc(now))
        .update();
  }

  void stop(Stopping stopping, Instant now) {
    sql.sql(
            """
            update stopping.declaration set status = 'STOPPED', ended_at = :now
            where person_id = :person and id = :id and status = 'WAITING'
            """)
        .param("person", stopping.person().value())
        .param("id", stopping.id())
        .param("now", utc(now))
        .update();
  }

  /** One whose code never came. */
  void delete(Stopping stopping) {
    sql.sql(
            """
            delete from stopping.declaration
            where person_id = :person and id = :id and status = 'AWAITING_CODE'
            """)
        .param("person", stopping.person().value())
        .param("id", stopping.id())
        .update();
  }

  /**
   * The next in line behind somebody, oldest first; locks nobody.
   *
   * @param after where the last page ended
   */
  List<Due> due(Instant now, Due after, int most) {
    return sql.sql(DUE)
        .param("now", utc(now))
        .param("afterAt", utc(after.at()))
        .param("afterPerson", after.person().value())
        .param("most", most)
        .query((row, _) -> new Due(person(row), moment(row, "due_at")))
        .list();
  }

  private Stopping stopping(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var content = row.getBytes("content");
    var code = row.getString("code");
    return new Stopping(
        person(row),
        id,
        row.getObject("session_id", UUID.class),
        StopStatus.valueOf(row.getString("status")),
        row.getString("reason"),
        row.getObject("wanted_on", LocalDate.class),
        content == null ? null : seal.open(id, content),
        code == null ? null : DeclarationCode.parse(code).orElseThrow(),
        row.getObject("declared_on", LocalDate.class),
        moment(row, "due_at"));
  }

  private static PersonId person(ResultSet row) throws SQLException {
    return new PersonId(row.getObject("person_id", UUID.class));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
