package vn.ansinh.portal;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ansinh.AnSinh;
import vn.ansinh.accounts.Crowd;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.bench.Jar;
import vn.ansinh.bench.Measure;
import vn.ansinh.bench.Visitor;
import vn.ansinh.launcher.DurableServer;

/**
 * {@code bin/bench enumeration [--count N] [--lanes L]}: goal S2. N probes about people who have an
 * account and N about people nobody knows, shuffled into one another, against the look-up of a
 * number, the number step of the wizard, the sign-in and the forgotten password, over HTTP. As many
 * at once as there are processors, since most of the time is Argon2id's, each on one connection;
 * with one lane nothing but the answer itself is in the time. Says whether status, headers and
 * length ever differ, and how well the best threshold on time tells the two apart: the area under
 * the curve, 0.5 for a coin, folded so that slower and faster both count.
 */
public final class EnumerationBench {

  private static final double GOAL = 0.55;

  /** Of each kind, so that neither is measured before its code is compiled. */
  private static final int WARM_UP = 60;

  /**
   * Values that differ from answer to answer whoever is asked about; every hundredth on a
   * connection closes it.
   */
  private static final Set<String> RANDOM_HEADERS =
      Set.of("date", "x-request-id", "content-security-policy", "set-cookie", "connection");

  private record Probe(boolean known, double seconds, String looks) {}

  private final String address;
  private final List<Somebody> known;
  private final List<Somebody> warmUp;
  private final int lanes;

  private EnumerationBench(String address, List<Somebody> known, List<Somebody> warmUp, int lanes) {
    this.address = address;
    this.known = known;
    this.warmUp = warmUp;
    this.lanes = lanes;
  }

  public static void main(String[] arguments) throws Exception {
    int count = Measure.option(arguments, "--count", 500);
    int lanes = Measure.option(arguments, "--lanes", Runtime.getRuntime().availableProcessors());
    var directory = Files.createTempDirectory("ansinh-bench");
    var good = true;
    try (var server = DurableServer.startIn(directory);
        var application = start(server)) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      var known = application.getBean(Crowd.class).of(count + WARM_UP);
      var port = ((ServletWebServerApplicationContext) application).getWebServer().getPort();
      var bench =
          new EnumerationBench(
              "http://localhost:" + port,
              known.subList(0, count),
              known.subList(count, count + WARM_UP),
              lanes);
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
    return new SpringApplicationBuilder(AnSinh.class, Crowd.class)
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
    Probe ask(HttpClient connection, Somebody somebody, boolean known);
  }

  private boolean run(String name, Asking asking) throws Exception {
    var order = new ArrayList<Integer>();
    IntStream.range(0, 2 * known.size()).forEach(order::add);
    Collections.shuffle(order);
    probe(
        2 * warmUp.size(),
        asking,
        it -> it % 2 == 0 ? Optional.of(warmUp.get(it / 2)) : Optional.empty());
    long start = System.nanoTime();
    var probes =
        probe(
            order.size(),
            asking,
            it ->
                order.get(it) < known.size()
                    ? Optional.of(known.get(order.get(it)))
                    : Optional.empty());
    double minutes = (System.nanoTime() - start) / 60e9;
    var looks = new TreeMap<Boolean, Set<String>>();
    probes.forEach(it -> looks.computeIfAbsent(it.known(), _ -> new TreeSet<>()).add(it.looks()));
    boolean alike = looks.get(true).equals(looks.get(false)) && looks.get(true).size() == 1;
    double area = area(probes);
    System.out.printf(
        Locale.ROOT,
        "%-22s %6d probes in %.1f min  answers %s  median %.1f ms known, %.1f ms unknown  AUC %.3f (± %.3f by"
            + " chance, goal %.2f)%n",
        name,
        probes.size(),
        minutes,
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

  /**
   * In this order, every lane taking the next one.
   *
   * @param whom a person who has an account, or nobody
   */
  private List<Probe> probe(int count, Asking asking, IntFunction<Optional<Somebody>> whom)
      throws Exception {
    var probes = new Probe[count];
    var next = new AtomicInteger();
    Callable<Object> lane =
        () -> {
          try (var connection = Jar.connection()) {
            for (int it = next.getAndIncrement(); it < count; it = next.getAndIncrement()) {
              var somebody = whom.apply(it);
              probes[it] =
                  asking.ask(connection, somebody.orElseGet(Crowd::nobody), somebody.isPresent());
            }
          }
          return "";
        };
    try (var threads = Executors.newFixedThreadPool(lanes)) {
      for (var one : threads.invokeAll(Collections.nCopies(lanes, lane))) {
        one.get();
      }
    }
    return List.of(probes);
  }

  /** The whole way of the look-up: searching, and the page that shows what there is to choose. */
  private Probe lookUp(HttpClient connection, Somebody somebody, boolean isKnown) {
    var visitor = wizard(connection);
    visitor.get(connection, "/registration/number-search");
    var born = somebody.person().birthDate();
    var fields =
        Map.of(
            "fullName", somebody.person().fullName(),
            "birthDay", String.valueOf(born.day()),
            "birthMonth", String.valueOf(born.month()),
            "birthYear", String.valueOf(born.year()),
            "paperNumber", somebody.person().personalId());
    return timed(
        isKnown,
        () -> visitor.post(connection, "/registration/number-search", fields),
        () -> visitor.get(connection, "/registration/number-choice"));
  }

  private Probe numberStep(HttpClient connection, Somebody somebody, boolean isKnown) {
    var visitor = wizard(connection);
    visitor.get(connection, "/registration/number");
    return timed(
        isKnown,
        () -> visitor.post(connection, "/registration/number", Map.of("number", somebody.number())),
        () -> visitor.get(connection, "/registration/declaration"));
  }

  private Probe signIn(HttpClient connection, Somebody somebody, boolean isKnown) {
    var visitor = new Visitor(address);
    visitor.get(connection, "/sign-in");
    return timed(
        isKnown,
        () ->
            visitor.post(
                connection,
                "/sign-in",
                Map.of("userName", somebody.number(), "password", "khong phai")));
  }

  /** What somebody who asks learns; whether it fits is found out when nobody waits any more. */
  private Probe recovery(HttpClient connection, Somebody somebody, boolean isKnown) {
    var visitor = new Visitor(address);
    visitor.get(connection, "/sign-in/recovery");
    var fields = Map.of("userName", somebody.number(), "contact", somebody.email());
    return timed(
        isKnown,
        () -> visitor.post(connection, "/sign-in/recovery", fields),
        () -> visitor.get(connection, "/sign-in/recovery/code"),
        () -> visitor.post(connection, "/sign-in/recovery/code", Map.of("code", "000000")));
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

  private Visitor wizard(HttpClient connection) {
    var visitor = new Visitor(address);
    visitor.get(connection, "/registration");
    visitor.post(connection, "/registration", Map.of());
    return visitor;
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
