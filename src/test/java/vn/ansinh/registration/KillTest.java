package vn.ansinh.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.launcher.DurableServer;

/**
 * Kill -9 of the application and of PostgreSQL in the middle of 200 registrations, at moments drawn
 * anew each time. What the ledger says was answered is compared with tables and disk; afterwards
 * the checker itself is shown to find what is wrong.
 */
class KillTest {

  private static final int REGISTRATIONS = 200;

  /** Key, id and code of every submission that was done. */
  private static final String ACKNOWLEDGED =
      """
      select concat_ws('/', k.key, d.id, c.code)
      from registration.declaration d
      join registration.submission_key k on k.declaration_id = d.id
      join registration.code_claim c on c.declaration_id = d.id and c.code = d.code
      """;

  /** How many there must be for each acknowledged declaration. */
  private static final Map<String, Integer> COUNTS =
      Map.of(
          "select count(*) from registration.declaration",
          1,
          "select count(*) from registration.submission_key",
          1,
          "select count(*) from registration.link_claim",
          1,
          "select count(*) from registration.declaration_event",
          1,
          "select count(*) from accounts.phone_claim",
          1,
          "select count(*) from audit.entry where action = 'DECLARATION_SUBMITTED'",
          1,
          "select count(*) from files.file where kept_until is null",
          3,
          """
          select count(*) from registration.declaration d
          join files.file f on f.id in (d.portrait, d.paper_front, d.paper_back)
          where f.kept_until is null
          """,
          3);

  private static final List<String> HARMS =
      List.of(
          """
          delete from registration.submission_key
          where key in (select key from registration.submission_key limit 1)
          """,
          """
          update registration.code_claim set code = 'F01-0000-0000'
          where code in (select code from registration.code_claim limit 1)
          """,
          """
          update files.file set kept_until = now()
          where id in (select portrait from registration.declaration limit 1)
          """,
          """
          insert into registration.link_claim
          select decode('00', 'hex'), person_id, declaration_id from registration.link_claim limit 1
          """,
          """
          delete from audit.entry where id in
            (select id from audit.entry where action = 'DECLARATION_SUBMITTED' limit 1)
          """);

  @TempDir Path directory;

  @Test
  void nothing_acknowledged_is_lost_and_nothing_stands_twice() throws Exception {
    var seed = System.nanoTime();
    var random = new Random(seed);
    var ledger = new Ledger(directory.resolve("ledger"));
    try (var server = DurableServer.startIn(directory.resolve("home"))) {
      var application = start(server);
      await(application, () -> ledger.answers() > 20 + random.nextInt(40));
      kill(application);

      application = start(server);
      await(application, () -> ledger.answers() > 70 + random.nextInt(30));
      server.kill();
      server.start();
      await(application, () -> ledger.answers() > 120 + random.nextInt(50));
      kill(application);
      server.kill();
      server.start();

      application = start(server);
      assertThat(application.waitFor(120, TimeUnit.SECONDS)).as(output()).isTrue();
      assertThat(ledger.holds("photos-open")).as("seed %s: %s", seed, output()).isTrue();

      try (var database = server.connect()) {
        assertThat(violations(ledger, database)).as("seed " + seed).isEmpty();
        assertThatTheCheckerSees(ledger, database);
      }
    }
  }

  private Process start(DurableServer server) throws IOException {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx400m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "-Dspring.datasource.url=" + server.url(),
            "-Dspring.datasource.username=" + DurableServer.OWNER,
            "-Dspring.datasource.password=" + DurableServer.PASSWORD,
            "-Dansinh.secret.key=dGVzdHMgb25seTogdGhpcnR5LXR3byBieXRlcyBvciBtb3Jl",
            "-Dansinh.files.directory=" + photos(),
            KillDriver.class.getName(),
            directory.resolve("ledger").toString(),
            Integer.toString(REGISTRATIONS));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("driver.log").toFile()))
        .start();
  }

  private void await(Process application, BooleanSupplier condition) throws Exception {
    var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!condition.getAsBoolean()) {
      assertThat(application.isAlive()).as(output()).isTrue();
      assertThat(System.nanoTime()).as("waited long enough").isLessThan(until);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private static void kill(Process application) throws InterruptedException {
    application.destroyForcibly().waitFor();
  }

  /** Every way in which ledger, tables and disk may disagree. */
  private List<String> violations(Ledger ledger, Connection database) throws Exception {
    var wrong = new ArrayList<String>();
    var accepted = new ArrayList<String>();
    for (var entry : ledger.entries().entrySet()) {
      var answer = entry.getValue().answered();
      if (answer == null) {
        wrong.add("no answer for " + entry.getKey());
      } else if (!answer.equals("refused")) {
        accepted.add(KillDriver.key(entry.getKey()) + "/" + answer);
      }
    }
    var there = new HashSet<String>();
    column(database, ACKNOWLEDGED).forEach(there::add);
    for (var one : accepted) {
      if (!there.remove(one.substring(0, one.lastIndexOf('/')))) {
        wrong.add("acknowledged, yet lost: " + one);
      }
    }
    there.forEach(it -> wrong.add("never acknowledged, yet there: " + it));
    for (var count : COUNTS.entrySet()) {
      var counted = column(database, count.getKey()).getFirst();
      if (!counted.equals(Integer.toString(count.getValue() * accepted.size()))) {
        wrong.add(counted + " instead of " + count.getValue() + " each: " + count.getKey());
      }
    }
    var disk = onDisk();
    column(database, "select id from files.file").stream()
        .filter(it -> !disk.contains(it))
        .forEach(it -> wrong.add("row without content: " + it));
    return wrong;
  }

  /** The negative control: a checker that cannot fail proves nothing. */
  private void assertThatTheCheckerSees(Ledger ledger, Connection database) throws Exception {
    database.setAutoCommit(false);
    for (var harm : HARMS) {
      try (var statement = database.createStatement()) {
        assertThat(statement.executeUpdate(harm)).as(harm).isOne();
      }
      assertThat(violations(ledger, database)).as(harm).isNotEmpty();
      database.rollback();
    }
  }

  private static List<String> column(Connection database, String query) throws SQLException {
    var values = new ArrayList<String>();
    try (var statement = database.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private HashSet<String> onDisk() throws IOException {
    try (var all = Files.walk(photos())) {
      return all.filter(Files::isRegularFile)
          .map(it -> it.getFileName().toString())
          .collect(Collectors.toCollection(HashSet::new));
    }
  }

  private Path photos() {
    return directory.resolve("photos");
  }

  private String output() throws IOException {
    var log = directory.resolve("driver.log");
    var text = Files.exists(log) ? Files.readString(log) : "";
    return text.substring(Math.max(0, text.length() - 4000));
  }
}
