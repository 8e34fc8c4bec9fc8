package vn.ansinh.launcher;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  @TempDir static Path directory;
  static Home home;

  /** One for all: making a database takes longer than starting it. */
  @BeforeAll
  static void home() {
    home = Home.at(directory.resolve("with space"));
  }

  @Test
  void what_was_written_is_there_after_a_restart_on_the_same_port() throws SQLException {
    String url;
    try (var database = EmbeddedDatabase.start(home)) {
      execute(
          database.access().owner(), "create table restarted as select 'Nguyễn Văn Ánh' as name");
      url = database.access().owner().url();
    }
    try (var database = EmbeddedDatabase.start(home)) {
      assertThat(column(database.access().owner(), "select name from restarted"))
          .containsExactly("Nguyễn Văn Ánh");
      assertThat(database.access().owner().url()).isEqualTo(url);
    }
    assertThat(new DataDirectory(home.data()).server()).isEmpty();
  }

  @Test
  void it_is_durable_private_and_speaks_utf8() throws SQLException {
    try (var database = EmbeddedDatabase.start(home)) {
      assertThat(
              column(
                  database.access().owner(),
                  """
                  select name || '=' || setting from pg_settings
                   where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums',
                                  'listen_addresses', 'password_encryption', 'server_encoding')
                   order by name
                  """))
          .containsExactly(
              "data_checksums=on",
              "fsync=on",
              "full_page_writes=on",
              "listen_addresses=127.0.0.1",
              "password_encryption=scram-sha-256",
              "server_encoding=UTF8",
              "synchronous_commit=on");
      assertThat(
              column(
                  database.access().owner(),
                  "select rolsuper::text from pg_roles where rolname = current_user"))
          .containsExactly("false");
    }
  }

  @Test
  void a_server_that_is_not_durable_is_refused() throws SQLException {
    try (var database = EmbeddedDatabase.start(home);
        var connection = database.access().owner().connect();
        var statement = connection.createStatement()) {
      statement.execute("set synchronous_commit = off");
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(() -> Durability.require(connection))
          .withMessageContaining("synchronous_commit=off");
    }
  }

  @Test
  void wrong_passwords_are_turned_away() throws SQLException {
    try (var database = EmbeddedDatabase.start(home)) {
      var address = database.access().owner();
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> new DatabaseAddress(address.url(), address.user(), "wrong").connect());
    }
  }

  @Test
  void secrets_are_for_their_owner_only() throws IOException {
    EmbeddedDatabase.start(home).close();
    SecretFile.masterKey(home);
    try (var secrets = Files.list(home.secrets())) {
      for (var secret : secrets.toList()) {
        assertThat(Files.getPosixFilePermissions(secret)).as(secret.toString()).hasSize(2);
      }
    }
    assertThat(Files.getPosixFilePermissions(home.secrets())).hasSize(3);
  }

  @Test
  void after_kill_9_of_the_server_it_comes_back_with_everything_acknowledged() throws Exception {
    try (var database = EmbeddedDatabase.start(home)) {
      execute(database.access().owner(), "create table acknowledged (number integer)");
      execute(database.access().owner(), "insert into acknowledged values (1), (2), (3)");
      var killed = new DataDirectory(home.data()).server().orElseThrow();
      killed.destroyForcibly();
      killed.onExit().get(30, SECONDS);
      await()
          .atMost(60, SECONDS)
          .ignoreExceptions()
          .untilAsserted(
              () ->
                  assertThat(
                          column(
                              database.access().owner(), "select number::text from acknowledged"))
                      .containsExactly("1", "2", "3"));
      assertThat(new DataDirectory(home.data()).server().orElseThrow().pid())
          .isNotEqualTo(killed.pid());
    }
  }

  @Test
  void a_process_that_merely_has_the_old_number_is_left_alone() throws Exception {
    EmbeddedDatabase.start(home).close();
    var stranger = new ProcessBuilder("tail", "-f", "/dev/null").start();
    try {
      Files.writeString(
          home.data().resolve("postmaster.pid"), stranger.pid() + "\n" + home.data() + "\n");
      EmbeddedDatabase.start(home).close();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void data_of_another_version_is_refused_and_left_as_it_is() throws IOException {
    EmbeddedDatabase.start(home).close();
    var version = home.data().resolve("PG_VERSION");
    Files.writeString(version, "17\n");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> EmbeddedDatabase.start(home))
        .withMessageContaining("written by PostgreSQL 17, this program brings 18");
    assertThat(version).hasContent("17\n");
    Files.writeString(version, "18\n");
  }

  @Test
  void a_first_start_cut_off_half_way_is_begun_again() throws IOException, SQLException {
    Trees.delete(home.data());
    Files.createDirectories(home.postgres().resolve("data.new").resolve("base"));
    try (var database = EmbeddedDatabase.start(home)) {
      assertThat(column(database.access().owner(), "select 1::text")).containsExactly("1");
    }
  }

  @Test
  void one_at_a_time_works_on_a_home() {
    try (var _ = HomeLock.take(home, "the first")) {
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(() -> HomeLock.take(home, "the second"))
          .withMessageContaining("in use by the first, process ");
    }
    HomeLock.take(home, "the third").close();
  }

  private static void execute(DatabaseAddress address, String sql) throws SQLException {
    try (var connection = address.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> column(DatabaseAddress address, String query) throws SQLException {
    try (var connection = address.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
