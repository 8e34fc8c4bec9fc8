package vn.ansinh.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.files.PaperReading.Outcome;
import vn.ansinh.files.Upload.Reason;
import vn.ansinh.files.Upload.Stored;
import vn.ansinh.imaging.Imaging;
import vn.ansinh.support.TestDatabase;

/** Nodes of their own on a database of their own, with real workers; some of them go wrong. */
class SafekeepingTest {

  @EnableAutoConfiguration
  @ConfigurationPropertiesScan("vn.ansinh")
  @ComponentScan(
      nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
      basePackages = {
        "vn.ansinh.platform",
        "vn.ansinh.keys",
        "vn.ansinh.audit",
        "vn.ansinh.catalogue",
        "vn.ansinh.imaging",
        "vn.ansinh.files"
      })
  static final class Node {}

  @TempDir Path directory;

  private final String database = TestDatabase.installed();

  @Test
  void a_picture_that_costs_three_workers_is_quarantined_and_the_others_go_on() throws Exception {
    // Dies of every PNG, as a decoder with a hole would.
    try (var node = node(Map.of("ansinh.imaging.command", dyingOf((byte) 1, "drawing")))) {
      var files = node.getBean(Files.class);
      var good = new ArrayList<FileId>();
      good.add(store(files, Pictures.jpeg(400, 300)));
      var poison = store(files, Pictures.png(400, 300));
      for (int i = 0; i < 10; i++) {
        good.add(store(files, Pictures.jpeg(400, 300)));
      }
      good.forEach(it -> SafePictures.await(files, it));
      assertThat(SafePictures.settled(files, poison))
          .isEqualTo(new Safety.Unsafe(Reason.QUARANTINED));
      assertThat(files.open(poison)).isEmpty();
      assertThat(number("select crashes from files.file where state = 'QUARANTINED'")).isEqualTo(3);
      assertThat(number("select count(*) from files.original")).isOne();
      assertThat(number("select count(*) from audit.entry where action = 'PICTURE_QUARANTINED'"))
          .isOne();
    }
  }

  @Test
  void a_paper_that_costs_workers_is_read_three_times_by_whichever_nodes_and_the_others_go_on()
      throws Exception {
    // One picture as hostile to whoever reads it as it was harmless to whoever drew it.
    var command = dyingOf((byte) 1, "reading");
    FileId poison;
    var hour =
        Map.of(
            "ansinh.imaging.command", command,
            "ansinh.files.reading", "true",
            "ansinh.files.retry-after", "1h");
    try (var node = node(hour)) {
      var files = node.getBean(Files.class);
      poison = store(files, FileKind.PAPER_BACK, Pictures.png(400, 300));
      SafePictures.await(files, poison);
      Awaitility.await().until(() -> crashesOfReading() == 1);
      assertThat(node.getBean(Imaging.class).crashes())
          .as("counted before a second worker is risked")
          .isOne();
      var good = store(files, FileKind.PAPER_BACK, Pictures.jpeg(400, 300));
      SafePictures.await(files, good);
      assertThat(read(node, good)).isEqualTo(Outcome.NONE);
      assertThat(crashesOfReading()).as("not before an hour has gone by").isOne();
    }
    execute("update files.file set leased_until = null where reading_due");
    try (var node =
        node(Map.of("ansinh.imaging.command", command, "ansinh.files.reading", "true"))) {
      assertThat(read(node, poison)).isEqualTo(Outcome.UNREADABLE);
      assertThat(node.getBean(Imaging.class).crashes()).as("one for each try").isEqualTo(2);
      assertThat(node.getBean(Files.class).open(poison)).as("it is shown all the same").isPresent();
    }
  }

  @Test
  void what_a_stopped_node_has_left_another_makes_safe() {
    FileId left;
    try (var node = node(Map.of("ansinh.files.safekeeping", "false"))) {
      left = store(node.getBean(Files.class), Pictures.jpeg(400, 300));
    }
    try (var node = node(Map.of())) {
      SafePictures.await(node.getBean(Files.class), left);
    }
  }

  @Test
  void two_nodes_share_the_work_and_do_nothing_twice() throws Exception {
    try (var first = node(Map.of());
        var second = node(Map.of())) {
      var files = first.getBean(Files.class);
      var all = new ArrayList<FileId>();
      for (int i = 0; i < 40; i++) {
        all.add(store(files, Pictures.jpeg(640, 480)));
      }
      all.forEach(it -> SafePictures.await(files, it));
      all.forEach(it -> assertThat(second.getBean(Files.class).open(it)).isPresent());
      assertThat(number("select count(*) from files.original")).isZero();
    }
  }

  @Test
  void a_lease_that_ran_out_is_taken_over() throws Exception {
    FileId held;
    try (var node = node(Map.of("ansinh.files.safekeeping", "false"))) {
      held = store(node.getBean(Files.class), Pictures.jpeg(400, 300));
    }
    execute("update files.file set leased_until = now() + interval '1 second'");
    try (var node = node(Map.of())) {
      SafePictures.await(node.getBean(Files.class), held);
    }
  }

  @Test
  void a_picture_erased_while_it_is_drawn_leaves_nothing_behind() throws Exception {
    try (var node = node(Map.of())) {
      var files = node.getBean(Files.class);
      for (int i = 0; i < 20; i++) {
        files.erase(store(files, Pictures.jpeg(640, 480)));
      }
      SafePictures.await(files, store(files, Pictures.jpeg(640, 480)));
    }
    try (var content = java.nio.file.Files.walk(directory.resolve("files"))) {
      assertThat(content.filter(java.nio.file.Files::isRegularFile)).hasSize(1);
    }
    assertThat(number("select count(*) from files.file")).isOne();
  }

  @Test
  void a_picture_whose_row_a_submission_holds_keeps_no_other_waiting() {
    try (var node = node(Map.of())) {
      var files = node.getBean(Files.class);
      var submission = new TransactionTemplate(node.getBean(PlatformTransactionManager.class));
      for (int i = 0; i < 30; i++) {
        var first = store(files, Pictures.jpeg(240, 320));
        var last = store(files, Pictures.jpeg(240, 320));
        submission.executeWithoutResult(
            _ -> {
              files.keep(List.of(last));
              SafePictures.await(files, first);
              files.keep(List.of(first));
            });
        SafePictures.await(files, last);
      }
    }
  }

  @Test
  void an_original_that_was_tampered_with_is_refused() throws Exception {
    FileId altered;
    try (var node = node(Map.of("ansinh.files.safekeeping", "false"))) {
      altered = store(node.getBean(Files.class), Pictures.jpeg(400, 300));
    }
    execute(
        "update files.original set content = set_byte(content, 100, 255 - get_byte(content, 100))");
    try (var node = node(Map.of())) {
      assertThat(SafePictures.settled(node.getBean(Files.class), altered))
          .isEqualTo(new Safety.Unsafe(Reason.BROKEN));
      assertThat(number("select count(*) from files.original")).isZero();
    }
  }

  private static FileId store(Files files, byte[] picture) {
    return store(files, FileKind.PORTRAIT, picture);
  }

  private static FileId store(Files files, FileKind kind, byte[] picture) {
    return ((Stored) files.store(UUID.randomUUID(), kind, picture)).id();
  }

  private static Outcome read(ConfigurableApplicationContext node, FileId photo) {
    var readings = node.getBean(PaperReadings.class);
    var read = readings.of(List.of(photo), Duration.ofMinutes(1));
    assertThat(read).containsKey(photo);
    return Objects.requireNonNull(read.get(photo)).outcome();
  }

  private long crashesOfReading() throws Exception {
    return number("select coalesce(max(reading_crashes), 0) from files.file");
  }

  /** The command of a worker that ends over a picture of that format. */
  private static String dyingOf(byte format, String when) {
    return String.join(
        ",",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        "vn.ansinh.imaging.FragileWorker",
        Byte.toString(format),
        when);
  }

  private ConfigurableApplicationContext node(Map<String, String> more) {
    var settings = new HashMap<>(TestDatabase.settings(database));
    settings.put("spring.datasource.hikari.maximum-pool-size", "8");
    settings.put("ansinh.files.directory", directory.resolve("files"));
    settings.put("ansinh.files.poll", "100ms");
    settings.put("ansinh.files.retry-after", "100ms");
    settings.put("logging.level.vn.ansinh", "off");
    settings.putAll(more);
    return new SpringApplicationBuilder(Node.class)
        .web(WebApplicationType.NONE)
        .run(
            settings.entrySet().stream()
                .map(it -> "--" + it.getKey() + "=" + it.getValue())
                .toArray(String[]::new));
  }

  private void execute(String change) throws Exception {
    try (var connection = DriverManager.getConnection(database, "postgres", "postgres");
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(change)).isOne();
    }
  }

  private long number(String query) throws Exception {
    try (var connection = DriverManager.getConnection(database, "postgres", "postgres");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getLong(1);
    }
  }
}
