package vn.ansinh.portal;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ansinh.AnSinh;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.bench.Measure;
import vn.ansinh.launcher.DurableServer;
import vn.ansinh.people.People;
import vn.ansinh.people.RegisterFixtures;
import vn.ansinh.support.PlainBrowser;

/**
 * {@code bin/bench enumeration [--count N]}: goal S2. N probes about people who have an account and
 * N about people nobody knows, shuffled into one another, against the look-up of a number, the
 * number step of the wizard, the sign-in and the forgotten password, over HTTP on one connection.
 * Says whether status, headers and length ever differ, and how well the best threshold on time
 * tells the two apart: the area under the curve, 0.5 for a coin, folded so that slower and faster
 * both count.
 */
public final class EnumerationBench {

  private static final double GOAL = 0.55;

  /** Of each kind, so that neither is measured before its code is compiled. */
  private static final int WARM_UP = 60;

  /** Values that differ from answer to answer whoever is asked about. */
  private static final Set<String> RANDOM_HEADERS =
      Set.of("date", "x-request-id", "content-security-policy", "set-cookie");

  private record Probe(boolean known, double seconds, String looks) {}

  private final String address;
  private final List<Somebody> known;
  private final List<Somebody> warmUp;

  private EnumerationBench(String address, List<Somebody> known, List<Somebody> warmUp) {
    this.address = address;
    this.known = known;
    this.warmUp = warmUp;
  }

  public static void main(String[] arguments) throws Exception {
    int count = Measure.option(arguments, "--count", 500);
    var directory = Files.createTempDirectory("ansinh-bench");
    var good = true;
    try (var server = DurableServer.startIn(directory);
        var application = start(server)) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      var people = application.getBean(People.class);
      var accounts = application.getBean(Accounts.class);
      var known =
          IntStream.range(0, count + WARM_UP)
              .mapToObj(_ -> Somebody.withAccount(people, accounts))
              .toList();
      var port = ((ServletWebServerApplicationContext) application).getWebServer().getPort();
      var bench =
          new EnumerationBench(
              "http://localhost:" + port,
              known.subList(0, count),
              known.subList(count, count + WARM_UP));
      good &= bench.run("look-up of a number", bench::lookUp);
      good &= bench.run("number step", bench::numberStep);
      good &= bench.run("sign-in", bench::signIn);
      good &= bench.run("forgotten password", bench::recovery);
    } finally {
      try (var all = Files.walk(directory)) {
        all.sorted(Collections.reverseOrder()).forEach(it -> it.toFile().delete());
      }
    }
    System.exit(good ? 0 : 1);
  }

  private static ConfigurableApplicationContext start(DurableServer server) {
    return new SpringApplicationBuilder(AnSinh.class)
        .run(
            "--spring.datasource.url=" + server.url(),
            "--spring.datasource.username=" + DurableServer.OWNER,
            "--spring.datasource.password=" + DurableServer.PASSWORD,
            "--server.port=0",
            "--ansinh.mode=demo",
            "--ansinh.demo.seed=false",
            "--ansinh.installation.strict=false",
            "--ansinh.outbox.running=false",
            "--ansinh.registration.look-ups-per-network=1000000",
            "--ansinh.registration.look-ups-in-total=1000000",
            "--ansinh.portal.drafts-per-network=1000000",
            "--ansinh.sign-in.wrong-per-network=1000000",
            "--ansinh.sign-in.wrong-in-all=1000000",
            "--ansinh.recovery.per-network=1000000",
            "--ansinh.recovery.in-all=1000000",
            "--ansinh.secret.key=dGVzdHMgb25seTogdGhpcnR5LXR3byBieXRlcyBvciBtb3Jl",
            "--logging.level.root=warn");
  }

  private interface Asking {
    Probe ask(Somebody somebody, boolean known);
  }

  private boolean run(String name, Asking asking) {
    var order = new ArrayList<Integer>();
    IntStream.range(0, 2 * known.size()).forEach(order::add);
    Collections.shuffle(order);
    for (var somebody : warmUp) {
      asking.ask(somebody, true);
      asking.ask(nobody(), false);
    }
    var probes =
        order.stream()
            .map(
                it ->
                    it < known.size()
                        ? asking.ask(known.get(it), true)
                        : asking.ask(nobody(), false))
            .toList();
    var looks = new TreeMap<Boolean, Set<String>>();
    probes.forEach(it -> looks.computeIfAbsent(it.known(), _ -> new TreeSet<>()).add(it.looks()));
    boolean alike = looks.get(true).equals(looks.get(false)) && looks.get(true).size() == 1;
    double area = area(probes);
    System.out.printf(
        Locale.ROOT,
        "%-22s %6d probes  answers %s  median %.1f ms known, %.1f ms unknown  AUC %.3f (± %.3f by"
            + " chance, goal %.2f)%n",
        name,
        probes.size(),
        alike ? "identical" : "DIFFER",
        1000 * median(probes, true),
        1000 * median(probes, false),
        area,
        2 / Math.sqrt(12.0 * known.size() / 2),
        GOAL);
    if (!alike) {
      System.out.println("  known:   " + looks.get(true));
      System.out.println("  unknown: " + looks.get(false));
    }
    return alike && area <= GOAL;
  }

  /** The whole way of the look-up: searching, and the page that shows what there is to choose. */
  private Probe lookUp(Somebody somebody, boolean isKnown) {
    var browser = wizard();
    browser.get("/registration/number-search");
    var fields =
        Map.of(
            "fullName", somebody.person().fullName(),
            "birthDay", "15",
            "birthMonth", "1",
            "birthYear", "1990",
            "paperNumber", somebody.person().personalId());
    return timed(
        isKnown,
        () -> browser.post("/registration/number-search", fields),
        () -> browser.get("/registration/number-choice"));
  }

  private Probe numberStep(Somebody somebody, boolean isKnown) {
    var browser = wizard();
    browser.get("/registration/number");
    return timed(
        isKnown,
        () -> browser.post("/registration/number", Map.of("number", somebody.number())),
        () -> browser.get("/registration/declaration"));
  }

  private Probe signIn(Somebody somebody, boolean isKnown) {
    var browser = new PlainBrowser(address);
    browser.get("/sign-in");
    return timed(
        isKnown,
        () ->
            browser.post(
                "/sign-in", Map.of("userName", somebody.number(), "password", "khong phai")));
  }

  /** What somebody who asks learns; whether it fits is found out when nobody waits any more. */
  private Probe recovery(Somebody somebody, boolean isKnown) {
    var browser = new PlainBrowser(address);
    browser.get("/sign-in/recovery");
    var fields = Map.of("userName", somebody.number(), "contact", somebody.email());
    return timed(
        isKnown,
        () -> browser.post("/sign-in/recovery", fields),
        () -> browser.get("/sign-in/recovery/code"),
        () -> browser.post("/sign-in/recovery/code", Map.of("code", "000000")));
  }

  @SafeVarargs
  private static Probe timed(boolean isKnown, Supplier<HttpResponse<String>>... steps) {
    var looks = new StringBuilder();
    long start = System.nanoTime();
    var answers = List.of(steps).stream().map(Supplier::get).toList();
    double seconds = (System.nanoTime() - start) / 1e9;
    for (var answer : answers) {
      var headers = new TreeMap<>(answer.headers().map());
      headers.keySet().removeIf(RANDOM_HEADERS::contains);
      looks.append("%d %s %d; ".formatted(answer.statusCode(), headers, answer.body().length()));
    }
    return new Probe(isKnown, seconds, looks.toString());
  }

  private PlainBrowser wizard() {
    var browser = new PlainBrowser(address);
    browser.get("/registration");
    browser.post("/registration", Map.of());
    return browser;
  }

  /** Like those in the register in everything but being there. */
  private static Somebody nobody() {
    return new Somebody(
        vn.ansinh.platform.PersonId.next(),
        RegisterFixtures.mau(
            "79%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000)),
            RegisterFixtures.personalId()),
        Somebody.anyPhone(),
        Somebody.anyEmail(),
        Somebody.anyDevice());
  }

  /** Of all pairs of a known and an unknown one, in how many the slower is the same kind. */
  private static double area(List<Probe> probes) {
    var known = probes.stream().filter(Probe::known).mapToDouble(Probe::seconds).toArray();
    var unknown = probes.stream().filter(it -> !it.known()).mapToDouble(Probe::seconds).toArray();
    double slower = 0;
    for (var one : known) {
      for (var other : unknown) {
        slower += one > other ? 1 : one == other ? 0.5 : 0;
      }
    }
    double area = slower / ((double) known.length * unknown.length);
    return Math.max(area, 1 - area);
  }

  private static double median(List<Probe> probes, boolean isKnown) {
    return Measure.median(
        probes.stream().filter(it -> it.known() == isKnown).map(Probe::seconds).toList());
  }
}
