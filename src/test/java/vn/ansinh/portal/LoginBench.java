package vn.ansinh.portal;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ansinh.AnSinh;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Arrivals;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.bench.Measure;
import vn.ansinh.launcher.DurableServer;
import vn.ansinh.people.People;
import vn.ansinh.platform.PasswordHashing;
import vn.ansinh.support.PlainBrowser;

/**
 * {@code bin/bench login [--users N] [--clients C] [--repeat R]}: goal P3. Sign-ins with the
 * password on known devices, over HTTP with everything they do on a PostgreSQL that forces every
 * commit to disk (budgets, one live session, audit trail), against what the same processors can do
 * if they did nothing but Argon2id with the same library and parameters, A B A B. Clients and
 * server share the process and the processors, so that the ratio is a lower bound.
 */
public final class LoginBench {

  private static final String OWN = "chieu mua ben song";
  private static final double GOAL = 0.85;

  private final PasswordHashing hashing;
  private final List<PlainBrowser> browsers;
  private final List<Somebody> people;
  private final int clients;

  private LoginBench(
      PasswordHashing hashing, List<PlainBrowser> browsers, List<Somebody> people, int clients) {
    this.hashing = hashing;
    this.browsers = browsers;
    this.people = people;
    this.clients = clients;
  }

  public static void main(String[] arguments) throws Exception {
    int users = Measure.option(arguments, "--users", 200);
    int clients = Measure.option(arguments, "--clients", 8);
    var directory = Files.createTempDirectory("ansinh-bench");
    try (var server = DurableServer.startIn(directory);
        var application = start(server)) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      var people =
          IntStream.range(0, users)
              .mapToObj(
                  _ ->
                      Somebody.withAccount(
                          application.getBean(People.class), application.getBean(Accounts.class)))
              .toList();
      var port = ((ServletWebServerApplicationContext) application).getWebServer().getPort();
      var letterBox = application.getBean(SentSecrets.class);
      var browsers =
          people.stream().map(it -> known(it, letterBox, "http://localhost:" + port)).toList();
      new LoginBench(application.getBean(PasswordHashing.class), browsers, people, clients)
          .run(Measure.option(arguments, "--repeat", 5));
    } finally {
      try (var all = Files.walk(directory)) {
        all.sorted(Collections.reverseOrder()).forEach(it -> it.toFile().delete());
      }
    }
    System.exit(0);
  }

  private static ConfigurableApplicationContext start(DurableServer server) {
    return new SpringApplicationBuilder(AnSinh.class, SentSecrets.Configured.class, Arrivals.class)
        .run(
            "--spring.datasource.url=" + server.url(),
            "--spring.datasource.username=" + DurableServer.OWNER,
            "--spring.datasource.password=" + DurableServer.PASSWORD,
            "--server.port=0",
            "--ansinh.mode=demo",
            "--ansinh.demo.seed=false",
            "--ansinh.installation.strict=false",
            "--ansinh.outbox.running=false",
            "--ansinh.secret.key=dGVzdHMgb25seTogdGhpcnR5LXR3byBieXRlcyBvciBtb3Jl",
            "--logging.level.root=warn");
  }

  /** A browser that has signed in before, with the person's own password. */
  private static PlainBrowser known(Somebody somebody, SentSecrets letterBox, String address) {
    var browser = new PlainBrowser(address);
    browser.get("/sign-in");
    enter(browser, somebody, letterBox.firstPassword(somebody.id()), "/first-password");
    browser.get("/first-password");
    browser.post("/first-password", Map.of("password", OWN, "repeated", OWN));
    browser.get("/sign-in");
    enter(browser, somebody, OWN, "/home");
    return browser;
  }

  private static void enter(PlainBrowser browser, Somebody somebody, String password, String to) {
    var answer =
        browser.post("/sign-in", Map.of("userName", somebody.number(), "password", password));
    if (!answer.headers().firstValue("Location").orElse("").endsWith(to)) {
      throw new IllegalStateException("not let in: " + answer.statusCode());
    }
  }

  private void run(int repeat) throws Exception {
    var hash = hashing.hash(OWN);
    var logins = new ArrayList<Double>();
    var bound = new ArrayList<Double>();
    var cpu = new ArrayList<Double>();
    for (int i = -1; i < repeat; i++) {
      double before = processSeconds();
      var a =
          Measure.seconds(() -> together(n -> enter(browsers.get(n), people.get(n), OWN, "/home")));
      double used = processSeconds() - before;
      var b = Measure.seconds(() -> together(_ -> hashing.tryMatches(OWN, hash)));
      if (i >= 0) {
        logins.add(a);
        bound.add(b);
        cpu.add(used);
      }
    }
    System.out.println(Measure.table("sign-ins, known device", people.size(), logins));
    System.out.println(Measure.table("Argon2id alone, all processors", people.size(), bound));
    System.out.printf(
        Locale.ROOT,
        "ratio %.2f (goal %.2f); processor time of server and clients %.1f ms a sign-in%n",
        Measure.median(bound) / Measure.median(logins),
        GOAL,
        1000 * Measure.median(cpu) / people.size());
  }

  private interface Numbered {
    void run(int number);
  }

  private void together(Numbered work) throws Exception {
    try (var threads = Executors.newFixedThreadPool(clients)) {
      var all =
          IntStream.range(0, people.size())
              .mapToObj(
                  n ->
                      (Callable<Object>)
                          () -> {
                            work.run(n);
                            return n;
                          })
              .toList();
      for (var one : threads.invokeAll(all)) {
        one.get();
      }
    }
  }

  private static double processSeconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }
}
