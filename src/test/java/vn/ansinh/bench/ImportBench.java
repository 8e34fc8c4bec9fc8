package vn.ansinh.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ansinh.AnSinh;
import vn.ansinh.imports.ImportWatcher;
import vn.ansinh.imports.PeopleGenerator;
import vn.ansinh.imports.PeopleImport;
import vn.ansinh.imports.PeopleImported;

/**
 * {@code bin/bench import [--count N] [--repeat R]}: the import of a people file against a bare
 * COPY of the very same rows into the same tables with the same indexes, A B A B on one server that
 * syncs every commit. The import's time holds everything: checking the file, looking numbers up,
 * writing, the audit trail.
 */
public final class ImportBench {

  private static final List<String> TABLES =
      List.of(
          "people.person",
          "people.paper",
          "people.social_insurance_number_claim",
          "people.personal_id_claim");
  private static final double GOAL = 0.4;
  private static final Pattern BUFFERS =
      Pattern.compile("Buffers: shared hit=([0-9]+)(?: read=([0-9]+))?");

  private final Path directory;
  private final Connection connection;
  private final PeopleImport imports;
  private final int count;

  private ImportBench(Path directory, Connection connection, PeopleImport imports, int count) {
    this.directory = directory;
    this.connection = connection;
    this.imports = imports;
    this.count = count;
  }

  public static void main(String[] arguments) throws Exception {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    int count = Measure.option(arguments, "--count", 200_000);
    int repeat = Measure.option(arguments, "--repeat", 5);
    var directory = Files.createTempDirectory("ansinh-bench");
    try (var postgres = server();
        var context = application(postgres);
        var connection = DriverManager.getConnection(url(postgres))) {
      new ImportBench(directory, connection, context.getBean(PeopleImport.class), count)
          .run(repeat);
    } finally {
      Measure.delete(directory);
    }
  }

  private void run(int repeat) throws Exception {
    var file = directory.resolve("people.csv");
    var generating = Measure.seconds(() -> generate(file));
    System.out.printf(
        Locale.ROOT,
        "%,d people, %,d bytes, invented in %.1f s%n",
        count,
        Files.size(file),
        generating);
    runImport(file, count);
    unload();
    var copies = new ArrayList<Double>();
    var importing = new ArrayList<Double>();
    var again = new ArrayList<Double>();
    for (int i = 0; i < repeat; i++) {
      empty();
      copies.add(Measure.seconds(this::copy));
      empty();
      importing.add(Measure.seconds(() -> runImport(file, count)));
      again.add(Measure.seconds(() -> runImport(file, 0)));
    }
    System.out.println(Measure.table("bare COPY of the same rows", count, copies));
    System.out.println(Measure.table("import", count, importing));
    System.out.println(Measure.table("import of the same file again", count, again));
    double ratio = Measure.median(copies) / Measure.median(importing);
    System.out.printf(
        Locale.ROOT,
        "import / COPY: %.2f (goal %.2f: %s); heap at most %d MB, memory of the process at most %s%n",
        ratio,
        GOAL,
        ratio >= GOAL ? "reached" : "missed",
        Runtime.getRuntime().maxMemory() >> 20,
        Measure.peakMemory());
    lookUps();
  }

  /** Pages a look-up touches; they must hardly grow with the register (goal P5). */
  private void lookUps() throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("vacuum analyze people.person");
    }
    var byName = new ArrayList<Double>();
    try (var statement = connection.createStatement();
        var sample =
            statement.executeQuery(
                """
                select birth_year, birth_month, birth_day, name_search
                from people.person
                order by md5(person_id::text)
                limit 200
                """)) {
      while (sample.next()) {
        byName.add(pages(sample));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "look-up by name and birth date among %,d: %.0f pages in the middle, %.0f at most%n",
        count,
        Measure.median(byName),
        Collections.max(byName));
  }

  private double pages(ResultSet person) throws SQLException {
    try (var explain =
        connection.prepareStatement(
            """
            explain (analyze, buffers, timing off, summary off, format text)
            select person_id from people.person
            where birth_year = ? and birth_month = ? and birth_day = ? and name_search = ?
            """)) {
      for (int i = 1; i <= 4; i++) {
        explain.setObject(i, person.getObject(i));
      }
      double pages = 0;
      try (var plan = explain.executeQuery()) {
        while (plan.next() && !plan.getString(1).startsWith("Planning")) {
          var buffers = BUFFERS.matcher(plan.getString(1));
          while (pages == 0 && buffers.find()) {
            pages =
                Double.parseDouble(buffers.group(1))
                    + (buffers.group(2) == null ? 0 : Double.parseDouble(buffers.group(2)));
          }
        }
      }
      return pages;
    }
  }

  private void generate(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      new PeopleGenerator(1).write(count, out);
    }
  }

  private void runImport(Path file, long added) {
    var outcome =
        imports.run(
            new PeopleImport.Request(file, directory.resolve("problems.csv"), false),
            ImportWatcher.NONE);
    if (!(outcome instanceof PeopleImported.Done done) || done.added() != added) {
      throw new IllegalStateException("the import did something else: " + outcome);
    }
  }

  private void unload() throws SQLException, IOException {
    for (var table : TABLES) {
      try (var out = Files.newOutputStream(directory.resolve(table))) {
        copies().copyOut("copy " + table + " to stdout", out);
      }
    }
  }

  private void copy() throws SQLException, IOException {
    connection.setAutoCommit(false);
    for (var table : TABLES) {
      try (var in = Files.newInputStream(directory.resolve(table))) {
        copies().copyIn("copy " + table + " from stdin", in, 1 << 16);
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private CopyManager copies() throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  private void empty() throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("truncate people.person_change, " + String.join(", ", TABLES) + " cascade");
      statement.execute("checkpoint");
    }
  }

  private static EmbeddedPostgres server() throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_wal_size", "4GB")
        .start();
  }

  private static ConfigurableApplicationContext application(EmbeddedPostgres postgres) {
    Map<String, Object> settings =
        Map.of(
            "spring.datasource.url", url(postgres),
            "ansinh.mode", "demo",
            "ansinh.demo.seed", "false",
            "ansinh.secret.key", "YmVuY2htYXJrcyBvbmx5OiB0aGlydHktdHdvIGJ5dGVzIG9yIG1vcmU=",
            "logging.level.root", "warn");
    return new SpringApplicationBuilder(AnSinh.class)
        .web(WebApplicationType.NONE)
        .lazyInitialization(true)
        .run(
            settings.entrySet().stream()
                .map(it -> "--" + it.getKey() + "=" + it.getValue())
                .toArray(String[]::new));
  }

  private static String url(EmbeddedPostgres postgres) {
    return postgres.getJdbcUrl("postgres", "postgres");
  }
}
