package vn.ansinh.portal;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ansinh.AnSinh;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Arrivals;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.bench.Jar;
import vn.ansinh.bench.Keycloak;
import vn.ansinh.bench.KeycloakRealm;
import vn.ansinh.bench.Measure;
import vn.ansinh.bench.Visitor;
import vn.ansinh.launcher.DurableServer;
import vn.ansinh.people.People;
import vn.ansinh.platform.PasswordHashing;

/**
 * {@code bin/bench login [--users N] [--clients C] [--warm-up W] [--repeat R]}: goal P3. Sign-ins
 * with the password on known devices, over HTTP with everything they do on a PostgreSQL that forces
 * every commit to disk (budgets, one live session, audit trail), against what the same processors
 * can do if they did nothing but Argon2id with the same library and parameters, A B A B. Clients
 * and server share the process and the processors, so that the ratio is a lower bound.
 *
 * <p>With {@code KEYCLOAK_HOME} set, in the same rounds, against {@link Keycloak}: the page and the
 * password on a known device against the page and the password of its browser flow, each ending
 * with the redirect that lets in; and one request with the password against its direct grant.
 */
public final class LoginBench {

  private static final String OWN = "chieu mua ben song";
  private static final double GOAL = 0.85;
  private static final double KEYCLOAK_GOAL = 1.8;
  private static final int POOL = 16;

  /** Somebody who signs in again and again, at either server. */
  private record Guest(Somebody somebody, Visitor here, Jar elsewhere) {}

  private interface SignIn {
    void by(HttpClient connection, int guest);
  }

  /** One row of the table. */
  private record Side(
      String name, SignIn work, DoubleSupplier processor, List<Double> seconds, List<Double> cpu) {

    Side(String name, SignIn work, DoubleSupplier processor) {
      this(name, work, processor, new ArrayList<>(), new ArrayList<>());
    }

    double median() {
      return Measure.median(seconds);
    }
  }

  private final List<Guest> guests;
  private final int clients;

  private LoginBench(List<Guest> guests, int clients) {
    this.guests = guests;
    this.clients = clients;
  }

  public static void main(String[] arguments) throws Exception {
    int users = Measure.option(arguments, "--users", 200);
    int clients = Measure.option(arguments, "--clients", 8);
    var directory = Files.createTempDirectory("ansinh-bench");
    int status = 1;
    try (var server = DurableServer.startIn(directory);
        var application = start(server)) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      var people = application.getBean(People.class);
      var accounts = application.getBean(Accounts.class);
      var port = ((ServletWebServerApplicationContext) application).getWebServer().getPort();
      var address = "http://localhost:" + port;
      var guests =
          IntStream.range(0, users)
              .mapToObj(_ -> Somebody.withAccount(people, accounts))
              .map(it -> new Guest(it, new Visitor(address), new Jar()))
              .toList();
      var bench = new LoginBench(guests, clients);
      bench.enrol(application.getBean(SentSecrets.class));
      int warmUp = Measure.option(arguments, "--warm-up", 3);
      int repeat = Measure.option(arguments, "--repeat", 5);
      var hashing = application.getBean(PasswordHashing.class);
      var home = System.getenv("KEYCLOAK_HOME");
      if (home == null || home.isBlank()) {
        bench.run(hashing, List.of(), warmUp, repeat);
      } else {
        try (var keycloak =
            Keycloak.start(Path.of(home), directory, server, hashing.hash(OWN), POOL)) {
          var realm = keycloak.populated(users, OWN);
          bench.run(hashing, bench.against(keycloak, realm), warmUp, repeat);
        }
      }
      status = 0;
    } catch (Exception e) {
      e.printStackTrace();
    } finally {
      try (var all = Files.walk(directory)) {
        all.sorted(Collections.reverseOrder()).forEach(it -> it.toFile().delete());
      }
    }
    System.exit(status);
  }

  private static ConfigurableApplicationContext start(DurableServer server) {
    return new SpringApplicationBuilder(AnSinh.class, SentSecrets.Configured.class, Arrivals.class)
        .run(
            "--spring.datasource.url=" + server.url(),
            "--spring.datasource.username=" + DurableServer.OWNER,
            "--spring.datasource.password=" + DurableServer.PASSWORD,
            "--spring.datasource.hikari.maximum-pool-size=" + POOL,
            "--server.port=0",
            "--ansinh.mode=demo",
            "--ansinh.demo.seed=false",
            "--ansinh.installation.strict=false",
            "--ansinh.outbox.running=false",
            "--ansinh.secret.key=dGVzdHMgb25seTogdGhpcnR5LXR3byBieXRlcyBvciBtb3Jl",
            "--logging.level.root=warn");
  }

  /** Browsers that have signed in before, with the person's own password. */
  private void enrol(SentSecrets letterBox) throws Exception {
    together(
        (connection, n) -> {
          var guest = guests.get(n);
          guest.here().get(connection, "/sign-in");
          var first = letterBox.firstPassword(guest.somebody().id());
          enter(connection, guest, first, "/first-password");
          guest.here().get(connection, "/first-password");
          guest
              .here()
              .post(connection, "/first-password", Map.of("password", OWN, "repeated", OWN));
          withPage(connection, n);
        });
  }

  private List<Side> against(Keycloak keycloak, KeycloakRealm realm) {
    return List.of(
        new Side("AnSinh: page and password", this::withPage, LoginBench::ownSeconds),
        new Side(
            "Keycloak: page and password",
            (connection, n) -> realm.signIn(connection, guests.get(n).elsewhere(), n, OWN),
            keycloak::seconds),
        new Side(
            "Keycloak: direct grant",
            (connection, n) -> realm.grant(connection, n, OWN),
            keycloak::seconds));
  }

  private void run(PasswordHashing hashing, List<Side> others, int warmUp, int repeat)
      throws Exception {
    var hash = hashing.hash(OWN);
    var signIns =
        new Side(
            "AnSinh: password, known device",
            (connection, n) -> enter(connection, guests.get(n), OWN, "/home"),
            LoginBench::ownSeconds);
    var bound =
        new Side(
            "Argon2id alone, all processors",
            (_, _) -> hashing.tryMatches(OWN, hash),
            LoginBench::ownSeconds);
    var sides = new ArrayList<>(List.of(signIns, bound));
    sides.addAll(others);
    for (int i = -warmUp; i < repeat; i++) {
      for (var side : sides) {
        double before = side.processor().getAsDouble();
        double seconds = Measure.seconds(() -> together(side.work()));
        if (i >= 0) {
          side.seconds().add(seconds);
          side.cpu().add(side.processor().getAsDouble() - before);
        }
      }
    }
    for (var side : sides) {
      System.out.printf(
          Locale.ROOT,
          "%s  %5.1f ms of processor each%n",
          Measure.table(side.name(), guests.size(), side.seconds()),
          1000 * Measure.median(side.cpu()) / guests.size());
    }
    System.out.println(
        "Processor time is that of the process: AnSinh's with the clients, Keycloak's without;"
            + " PostgreSQL's in neither.");
    ratio("AnSinh to the bound of Argon2id", bound, signIns, GOAL);
    if (!others.isEmpty()) {
      ratio("AnSinh to Keycloak, page and password", others.get(1), others.get(0), KEYCLOAK_GOAL);
      ratio("AnSinh's password to direct grant", others.get(2), signIns, KEYCLOAK_GOAL);
    }
  }

  /** How many times as fast, and the same pair by pair. */
  private static void ratio(String name, Side slow, Side fast, double goal) {
    var pairs =
        IntStream.range(0, fast.seconds().size())
            .mapToObj(it -> slow.seconds().get(it) / fast.seconds().get(it))
            .toList();
    System.out.printf(
        Locale.ROOT,
        "%-38s ratio %.2f, pair by pair %.2f (%.2f to %.2f), goal %.2f%n",
        name,
        slow.median() / fast.median(),
        Measure.median(pairs),
        Collections.min(pairs),
        Collections.max(pairs),
        goal);
  }

  /** As in a browser that was closed since: no session any more, the device still known. */
  private void withPage(HttpClient connection, int n) {
    var guest = guests.get(n);
    guest.here().forget("ansinh");
    guest.here().get(connection, "/sign-in");
    enter(connection, guest, OWN, "/home");
  }

  private static void enter(HttpClient connection, Guest guest, String password, String to) {
    var fields = Map.of("userName", guest.somebody().number(), "password", password);
    var answer = guest.here().post(connection, "/sign-in", fields);
    if (!answer.headers().firstValue("Location").orElse("").endsWith(to)) {
      throw new IllegalStateException("not let in: " + answer.statusCode());
    }
  }

  /** Everybody once; every client has one connection. */
  private void together(SignIn work) throws Exception {
    var next = new AtomicInteger();
    Callable<Object> client =
        () -> {
          try (var connection = Jar.connection()) {
            for (int n = next.getAndIncrement(); n < guests.size(); n = next.getAndIncrement()) {
              work.by(connection, n);
            }
          }
          return "";
        };
    try (var threads = Executors.newFixedThreadPool(clients)) {
      for (var one : threads.invokeAll(Collections.nCopies(clients, client))) {
        one.get();
      }
    }
  }

  private static double ownSeconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }
}
