package vn.ansinh.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.support.ApplicationTest;
import vn.ansinh.support.TestDatabase;

/** What the application's own database role cannot do, in the application as it is started. */
@ApplicationTest
class ApplicationRoleTest {

  private static final String REFUSED = "42501";

  @Autowired JdbcClient sql;
  @Autowired Audit audit;
  @Autowired Seals seals;
  @Autowired TransactionTemplate transaction;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit.entry set action = 'X_Y'",
        "update audit.entry set details = '{}'",
        "delete from audit.entry",
        "truncate audit.entry",
        "select id from audit.entry for update",
        "update audit.checkpoint set size = 1",
        "delete from audit.checkpoint",
        "truncate audit.checkpoint cascade",
        "update audit.leaves set hashes = ''",
        "delete from audit.leaves",
        "update audit.subtree set hash = ''",
        "delete from audit.subtree",
        "insert into audit.era values (7, 7, now())",
        "insert into audit.erasure values (gen_random_uuid(), sha256(''), now())",
        "select audit.erase_details(gen_random_uuid())",
        "alter table audit.entry add column x text",
        "drop table audit.entry",
        "create table audit.mine (x text)",
        "create table public.mine (x text)",
        "create schema mine",
        "alter table people.person add column x text",
        "truncate people.person cascade",
        "create role mine",
        "set role postgres",
        "insert into audit.entry (id, happened_at, action, actor_kind, subject_kind, subject_id, details, written_in)"
            + " values (gen_random_uuid(), now(), 'X_Y', 'SYSTEM', 'x', 'x', '{}', 1)"
      })
  void the_role_is_refused(String statement) {
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(
            () ->
                transaction.executeWithoutResult(
                    _ -> {
                      if (statement.startsWith("select")) {
                        sql.sql(statement).query().listOfRows();
                      } else {
                        sql.sql(statement).update();
                      }
                    }))
        .satisfies(
            it ->
                assertThat(((SQLException) it.getMostSpecificCause()).getSQLState())
                    .isEqualTo(REFUSED));
  }

  @Test
  void it_can_write_and_read() {
    var subject = UUID.randomUUID();
    transaction.executeWithoutResult(
        _ -> audit.record("SOMETHING_DONE", Actor.SYSTEM, Subject.of("test", subject)));
    assertThat(
            sql.sql("select count(*) from audit.entry where subject_id = :id")
                .param("id", subject.toString())
                .query(Long.class)
                .single())
        .isOne();
  }

  @Test
  void the_application_knows_whether_the_trail_is_protected() throws SQLException {
    assertThat(seals.state().protectedFromApplication()).isTrue();
    try (var owner = TestDatabase.asOwner(TestDatabase.url())) {
      var store =
          new CheckpointStore(
              JdbcClient.create(
                  new org.springframework.jdbc.datasource.SingleConnectionDataSource(owner, true)));
      assertThat(store.couldBeChanged()).isTrue();
    }
  }
}
