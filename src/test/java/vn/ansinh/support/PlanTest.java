package vn.ansinh.support;

import java.sql.SQLException;
import java.sql.Savepoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How a question is answered beside very many rows. They are made, and their statistics gathered,
 * by the owner of the tables in a transaction that is never committed, once for all tests of a
 * class or by each for itself; no application is needed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PlanTest {

  protected JdbcClient sql;
  private SingleConnectionDataSource database;
  private Savepoint before;

  @BeforeAll
  final void begin() {
    database =
        new SingleConnectionDataSource(
            TestDatabase.url(), TestDatabase.OWNER, TestDatabase.OWNER, true);
    database.setAutoCommit(false);
    database.setRollbackBeforeClose(true);
    sql = JdbcClient.create(database);
  }

  @BeforeEach
  final void remember() throws SQLException {
    before = database.getConnection().setSavepoint();
  }

  @AfterEach
  final void takeBack() throws SQLException {
    database.getConnection().rollback(before);
  }

  @AfterAll
  final void end() {
    database.close();
  }
}
