package vn.ansinh.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.support.TestDatabase;

class RunTest {

  /** Without the people of the demo, who have tests of their own. */
  private static final Map<String, String> BARE = Map.of("ANSINH_DEMO_SEED", "false");

  @TempDir Path home;

  /** One home for all of it: to install one takes longer than everything else here. */
  @Test
  void it_refuses_a_second_start_survives_kill_9_and_a_broken_migration_and_stops_in_order(
      @TempDir Path extra) throws Exception {
    var port = Launched.freePort();
    try (var first = Launched.run(home, port).untilReady()) {
      try (var second = Launched.run(home, Launched.freePort())) {
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.complaints())
            .singleElement()
            .asString()
            .contains("is in use by bin/run on port " + port);
      }
      assertThat(first.status("/actuator/health/readiness")).isEqualTo(200);
      assertThat(first.status("/actuator/prometheus")).isEqualTo(200);
      first.killed();
    }
    assertThat(database().server()).as("the orphan").isPresent();

    a_broken_migration_is_one_line_naming_the_script_and_the_reason(extra);
    assertThat(database().server()).isEmpty();

    try (var again = Launched.run(home, port, BARE).untilReady()) {
      assertThat(again.output()).contains("AnSinh is ready: http://localhost:" + port);
      assertThat(again.stopped()).isNotEqualTo(1);
      assertThat(again.output()).doesNotContain("ERROR").doesNotContain("unexpectedly");
    }
    assertThat(database().server()).isEmpty();
    assertThat(home.resolve("log/postgres.log"))
        .content()
        .endsWith("database system is shut down\n");
  }

  private void a_broken_migration_is_one_line_naming_the_script_and_the_reason(Path extra)
      throws Exception {
    var folder = Files.createDirectories(extra.resolve("db/migration/broken"));
    Files.writeString(
        folder.resolve("V299901010000__add_nonsense.sql"), "create table x (y nonsense);\n");
    var settings = Map.of("CLASSPATH_FIRST", extra.toString());
    try (var refused = Launched.run(home, Launched.freePort(), settings)) {
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.complaints())
          .singleElement()
          .asString()
          .contains("V299901010000__add_nonsense.sql")
          .contains("type \"nonsense\" does not exist");
      assertThat(home.resolve("log/start-failure.log")).content().contains("\tat ");
    }
  }

  @Test
  void a_taken_port_is_told_before_anything_is_started() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var refused = Launched.run(home, taken.getLocalPort())) {
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.complaints())
          .singleElement()
          .asString()
          .contains("Port " + taken.getLocalPort() + " is taken");
      assertThat(home.resolve("postgres")).doesNotExist();
    }
  }

  @Test
  void an_unreachable_database_is_one_line() throws Exception {
    var url = "postgres://nobody:secret@127.0.0.1:" + Launched.freePort() + "/nothing";
    try (var refused =
        Launched.run(home, Launched.freePort(), Map.of("ANSINH_DATABASE_URL", url))) {
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.complaints())
          .singleElement()
          .asString()
          .contains("The database cannot be reached")
          .doesNotContain("secret");
    }
  }

  @Test
  void production_tells_everything_it_misses_at_once_and_touches_nothing() throws Exception {
    try (var refused =
        Launched.run(home, Launched.freePort(), Map.of("ANSINH_MODE", "production"))) {
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.complaints())
          .satisfiesExactly(
              key -> assertThat(key).contains("ANSINH_SECRET_KEY is missing"),
              url -> assertThat(url).contains("ANSINH_DATABASE_URL is missing"),
              tls -> assertThat(tls).contains("TLS is not declared"),
              audit -> assertThat(audit).contains("ANSINH_AUDIT_KEY_FILE is missing"),
              mail -> assertThat(mail).contains("ANSINH_MAIL_HOST"),
              address -> assertThat(address).contains("ANSINH_PUBLIC_URL"),
              sms -> assertThat(sms).contains("ANSINH_SMS_HOST"));
    }
    assertThat(home.resolve("postgres")).doesNotExist();
  }

  @Test
  void production_refuses_a_database_that_would_lose_acknowledged_work() throws Exception {
    var settings =
        production(
            TestDatabase.url(),
            Map.of(
                "ANSINH_PUBLIC_URL", "https://ansinh.example.vn",
                "ANSINH_MAIL_HOST", "localhost",
                "ANSINH_MAIL_FROM", "ansinh@example.vn",
                "ANSINH_SMS_BY", "none"));
    try (var refused = Launched.run(home, Launched.freePort(), settings)) {
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.complaints())
          .singleElement()
          .asString()
          .contains("would lose acknowledged work: fsync=off");
    }
  }

  /** As {@code java -jar} starts it, without {@code bin/run} around it. */
  @Test
  void the_plain_program_tells_a_line_each_and_leaves_the_database_as_it_was() throws Exception {
    var database = TestDatabase.another();
    try (var refused = Launched.plain(production(database, Map.of()))) {
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.output().lines())
          .allMatch(it -> it.startsWith("AnSinh: "))
          .hasSize(3)
          .anyMatch(it -> it.contains("ANSINH_MAIL_HOST"));
    }
    try (var connection = DriverManager.getConnection(database, "postgres", "postgres");
        var schemas =
            connection
                .createStatement()
                .executeQuery(
                    "select 1 from information_schema.schemata where schema_name = 'platform'")) {
      assertThat(schemas.next()).as("nothing was migrated or marked").isFalse();
    }
  }

  /** What production needs but for the ways messages go. */
  private static Map<String, String> production(String database, Map<String, String> more) {
    var settings = new HashMap<String, String>(more);
    settings.put("ANSINH_MODE", "production");
    settings.put("ANSINH_AUDIT_SEALING", "false");
    settings.put("ANSINH_TLS", "terminated-by-proxy");
    settings.put("ANSINH_FORWARDED_HEADERS", "native");
    settings.put("ANSINH_SECRET_KEY", "nO0C1YF8qhXGJfH1jJm3dJ9w2u6m3b0cRZ5tK7vXyL4=");
    settings.put("ANSINH_DATABASE_URL", database);
    settings.put("ANSINH_DATABASE_USER", "postgres");
    settings.put("ANSINH_DATABASE_PASSWORD", "postgres");
    return settings;
  }

  private DataDirectory database() {
    return new DataDirectory(Home.at(home).data());
  }
}
