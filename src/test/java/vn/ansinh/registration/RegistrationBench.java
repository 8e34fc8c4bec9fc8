package vn.ansinh.registration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ansinh.AnSinh;
import vn.ansinh.bench.Measure;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.PhotoBench;
import vn.ansinh.launcher.DurableServer;
import vn.ansinh.people.People;
import vn.ansinh.platform.Secrets;
import vn.ansinh.registration.Submission.Accepted;

/**
 * {@code bin/bench registration [--count N] [--queue N] [--repeat R]}: goals P1 and P2. Submissions
 * against the same rows written by bare JDBC over as many connections, on one PostgreSQL that
 * forces every commit to disk, A B A B; then the same with three photos of 100 kB. The
 * application's side holds everything up to the durable answer: checks, seals, claims, history,
 * audit trail, the desk's queue, the messages; each photo is a durable answer of its own, as for a
 * person who sends one after another, while the bare side writes the same bytes in its one
 * transaction. Then the queue of photos is made safe, and registrations are accepted meanwhile.
 */
public final class RegistrationBench {

  private static final int CONNECTIONS = 8;

  private final DurableServer server;
  private final Declarations declarations;
  private final Drafts drafts;
  private final PhotoBench photos;
  private final Applicants applicants;
  private final int count;

  private RegistrationBench(
      ConfigurableApplicationContext application, DurableServer server, int count) {
    this.server = server;
    this.declarations = application.getBean(Declarations.class);
    this.drafts = application.getBean(Drafts.class);
    this.photos = new PhotoBench(application);
    this.applicants =
        new Applicants(
            drafts,
            application.getBean(DraftStore.class),
            declarations,
            application.getBean(vn.ansinh.files.Files.class),
            application.getBean(People.class),
            application.getBean(Secrets.class));
    this.count = count;
  }

  public static void main(String[] arguments) throws Exception {
    var directory = Files.createTempDirectory("ansinh-bench");
    int repeat = Measure.option(arguments, "--repeat", 5);
    try (var server = DurableServer.startIn(directory);
        var application = start(server, directory)) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      var bench =
          new RegistrationBench(application, server, Measure.option(arguments, "--count", 300));
      bench.run(repeat);
      bench.photos.run(Measure.option(arguments, "--queue", 100), repeat);
      bench.accept(repeat);
    } finally {
      try (var all = Files.walk(directory)) {
        all.sorted(Collections.reverseOrder()).forEach(it -> it.toFile().delete());
      }
    }
    System.exit(0);
  }

  private static ConfigurableApplicationContext start(DurableServer server, Path directory) {
    return new SpringApplicationBuilder(AnSinh.class)
        .run(
            "--spring.datasource.url=" + server.url(),
            "--spring.datasource.username=" + DurableServer.OWNER,
            "--spring.datasource.password=" + DurableServer.PASSWORD,
            "--spring.datasource.hikari.maximum-pool-size=" + CONNECTIONS,
            "--server.port=0",
            "--ansinh.mode=demo",
            "--ansinh.demo.seed=false",
            "--ansinh.installation.strict=false",
            "--ansinh.outbox.running=false",
            "--ansinh.files.directory=" + directory.resolve("photos"),
            "--ansinh.imaging.directory=target/imaging",
            "--ansinh.secret.key=dGVzdHMgb25seTogdGhpcnR5LXR3byBieXRlcyBvciBtb3Jl",
            "--logging.level.root=warn");
  }

  /** With the workers held: what is measured is the durable answer, the rest is P2's. */
  private void run(int repeat) throws Exception {
    photos.hold();
    try (var connection = server.connect()) {
      BareRegistrations.makeTables(connection);
      compare("P1 accept", List.of(), repeat, 0.50, connection);
      var photo = PhotoBench.photo(800, 600, 100_000);
      compare("P1 accept + 3 photos", List.of(photo, photo, photo), repeat, 0.65, connection);
    }
  }

  private void compare(
      String name, List<byte[]> photos, int repeat, double goal, Connection connection)
      throws Exception {
    var ours = new ArrayList<Double>();
    var bare = new ArrayList<Double>();
    for (int i = -1; i < repeat; i++) {
      var ready = ready(photos.isEmpty());
      BareRegistrations.prepare(connection, ready);
      var answers = new Accepted[count];
      var a = Measure.seconds(() -> together(n -> answers[n] = submit(ready.get(n), photos)));
      var rows = new BareRegistrations();
      for (int n = 0; n < count; n++) {
        rows.remember(connection, ready.get(n), answers[n].id(), !photos.isEmpty());
      }
      var b = Measure.seconds(() -> writeBare(rows, photos));
      if (BareRegistrations.written(connection) != count) {
        throw new IllegalStateException("the bare side did not write everything");
      }
      if (i >= 0) {
        ours.add(a);
        bare.add(b);
      } else {
        System.out.printf(
            "%s: %d registrations of %.1f rows, %d connections%n",
            name, count, (double) rows.rows() / count, CONNECTIONS);
      }
    }
    System.out.println(Measure.table("  AnSinh", count, ours));
    System.out.println(Measure.table("  bare JDBC", count, bare));
    System.out.printf(
        Locale.ROOT,
        "  ratio %.2f (goal %.2f)%n",
        Measure.median(bare) / Measure.median(ours),
        goal);
  }

  /** How long one registration with photos takes while nobody, and while everybody is at work. */
  private void accept(int repeat) throws Exception {
    var photo = PhotoBench.photo(800, 600, 100_000);
    var quiet = new ArrayList<Double>();
    var busy = new ArrayList<Double>();
    for (int i = -1; i < repeat; i++) {
      var drafts = ready(false);
      var half = drafts.size() / 2;
      photos.hold();
      var a = slowest(drafts.subList(0, half), photo);
      photos.queue(100);
      photos.goOn();
      var b = slowest(drafts.subList(half, drafts.size()), photo);
      if (i >= 0) {
        quiet.add(a);
        busy.add(b);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "P2 accepting one registration with 3 photos, p95: %.1f ms while workers rest, %.1f ms while"
            + " they work, %+.0f %% (goal +20 %%)%n",
        1000 * Measure.median(quiet),
        1000 * Measure.median(busy),
        100 * (Measure.median(busy) / Measure.median(quiet) - 1));
  }

  /** Of a hundred the fifth slowest, one after another. */
  private double slowest(List<DraftId> drafts, byte[] photo) throws Exception {
    var seconds = new ArrayList<Double>();
    for (var draft : drafts) {
      seconds.add(Measure.seconds(() -> submit(draft, List.of(photo, photo, photo))));
    }
    return seconds.stream().sorted().toList().get(seconds.size() * 95 / 100);
  }

  private List<DraftId> ready(boolean withPhotos) {
    return IntStream.range(0, count)
        .mapToObj(_ -> Applicants.stranger())
        .map(it -> withPhotos ? applicants.ready(it) : applicants.readyButForPhotos(it))
        .toList();
  }

  private Accepted submit(DraftId draft, List<byte[]> photos) {
    for (int i = 0; i < photos.size(); i++) {
      var kind = FileKind.values()[i];
      drafts.addPhoto(draft, kind, photos.get(i));
    }
    return (Accepted) declarations.submit(draft, UUID.randomUUID());
  }

  private void writeBare(BareRegistrations rows, List<byte[]> photos) throws Exception {
    var connections = new ArrayBlockingQueue<Connection>(CONNECTIONS);
    for (int i = 0; i < CONNECTIONS; i++) {
      var connection = server.connect();
      connection.setAutoCommit(false);
      connections.add(connection);
    }
    together(
        n -> {
          var connection = connections.take();
          try {
            rows.write(connection, n, photos);
          } finally {
            connections.add(connection);
          }
          return n;
        });
    for (var connection : connections) {
      connection.close();
    }
  }

  private interface Work {
    Object on(int number) throws Exception;
  }

  private void together(Work work) throws Exception {
    try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      var tasks =
          IntStream.range(0, count).mapToObj(n -> (Callable<Object>) () -> work.on(n)).toList();
      for (var done : threads.invokeAll(tasks)) {
        done.get();
      }
    }
  }
}
