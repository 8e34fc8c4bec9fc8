package vn.ansinh.registration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ansinh.AnSinh;
import vn.ansinh.audit.TestSealing;
import vn.ansinh.bench.Measure;
import vn.ansinh.launcher.DurableServer;
import vn.ansinh.people.People;
import vn.ansinh.platform.Secrets;

/**
 * {@code bin/bench evidence [--count N] [--repeat R]}: goal P10. The same registrations, on one
 * PostgreSQL that forces every commit to disk, three times in turn: with fields sealed and their
 * audit entries sealed and copied every second, the last of them within the measured time; with
 * fields sealed only; with neither. A B C A B C.
 */
public final class EvidenceBench {

  private static final int CONNECTIONS = 8;

  private final Declarations declarations;
  private final Applicants applicants;
  private final TestSealing sealing;
  private final int count;

  private EvidenceBench(ConfigurableApplicationContext application, Path directory, int count) {
    this.declarations = application.getBean(Declarations.class);
    this.applicants =
        new Applicants(
            application.getBean(Drafts.class),
            application.getBean(DraftStore.class),
            declarations,
            application.getBean(vn.ansinh.files.Files.class),
            application.getBean(People.class),
            application.getBean(Secrets.class));
    this.sealing = new TestSealing(application, directory.resolve("copy"));
    this.count = count;
  }

  public static void main(String[] arguments) throws Exception {
    NoEncryption.install();
    var directory = Files.createTempDirectory("ansinh-bench");
    try (var server = DurableServer.startIn(directory);
        var application = start(server, directory)) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      new EvidenceBench(application, directory, Measure.option(arguments, "--count", 400))
          .run(Measure.option(arguments, "--repeat", 5));
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
            "--spring.datasource.hikari.maximum-pool-size=" + (CONNECTIONS + 2),
            "--server.port=0",
            "--ansinh.mode=demo",
            "--ansinh.demo.seed=false",
            "--ansinh.installation.strict=false",
            "--ansinh.outbox.running=false",
            "--ansinh.audit.sealing=false",
            // A photo sealed on one side does not open on the other, and would be refused there.
            "--ansinh.files.safekeeping=false",
            "--ansinh.files.directory=" + directory.resolve("photos"),
            "--ansinh.secret.key=dGVzdHMgb25seTogdGhpcnR5LXR3byBieXRlcyBvciBtb3Jl",
            "--logging.level.root=warn");
  }

  private void run(int repeat) throws Exception {
    var evidence = new ArrayList<Double>();
    var encrypted = new ArrayList<Double>();
    var bare = new ArrayList<Double>();
    for (int i = -1; i < repeat; i++) {
      var a = withSealing(ready());
      var b = time(ready());
      var c = withoutEncryption();
      if (i >= 0) {
        evidence.add(a);
        encrypted.add(b);
        bare.add(c);
      }
    }
    System.out.printf(
        "P10: %d registrations, %d connections; %s%n", count, CONNECTIONS, sealing.summary());
    System.out.println(
        Measure.table("  fields encrypted, trail sealed and copied", count, evidence));
    System.out.println(Measure.table("  fields encrypted, trail not sealed", count, encrypted));
    System.out.println(Measure.table("  neither", count, bare));
    compare("both", bare, evidence);
    compare("encryption of fields alone", bare, encrypted);
    compare("sealing of the trail alone", encrypted, evidence);
  }

  private static void compare(String what, List<Double> without, List<Double> with) {
    System.out.printf(
        Locale.ROOT,
        "  ratio for %s %.2f (goal 0.85); median of the ratios pair by pair %.2f%n",
        what,
        Measure.median(without) / Measure.median(with),
        Measure.median(
            IntStream.range(0, with.size()).mapToObj(i -> without.get(i) / with.get(i)).toList()));
  }

  /** Drafts made so can be submitted so only. */
  private double withoutEncryption() throws Exception {
    NoEncryption.switched(true);
    try {
      return time(ready());
    } finally {
      NoEncryption.switched(false);
    }
  }

  /** What the other side left is sealed before, so that each pays for its own. */
  private double withSealing(List<DraftId> drafts) throws Exception {
    sealing.catchUp();
    return Measure.seconds(
        () -> {
          try (var _ = sealing.everySecond()) {
            time(drafts);
          }
        });
  }

  private double time(List<DraftId> drafts) throws Exception {
    return Measure.seconds(
        () -> {
          try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            var tasks =
                drafts.stream()
                    .map(it -> (Callable<Object>) () -> declarations.submit(it, UUID.randomUUID()))
                    .toList();
            for (var done : threads.invokeAll(tasks)) {
              if (!(done.get() instanceof Submission.Accepted)) {
                throw new IllegalStateException("nothing to measure: " + done.get());
              }
            }
          }
        });
  }

  private List<DraftId> ready() {
    return IntStream.range(0, count)
        .mapToObj(_ -> applicants.ready(Applicants.stranger()))
        .toList();
  }
}
