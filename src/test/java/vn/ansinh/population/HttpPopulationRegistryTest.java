package vn.ansinh.population;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.ssl.SslBundle;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.Verification;
import vn.ansinh.identity.Verification.Field;
import vn.ansinh.support.TestClock;

/** Both sides of the protocol over real sockets, as production builds ours. */
class HttpPopulationRegistryTest {

  static final BirthDate BORN = new BirthDate(1985, 11, 20);
  static final Duration BUDGET = Duration.ofSeconds(2);

  /** For what is not about time: the first handshake of a cold machine takes its own. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Less than anything here would take that is not cut off. */
  static final Duration MARGIN = Duration.ofSeconds(2);

  static final Verification UNAVAILABLE = new Verification.Unavailable();

  @TempDir static Path papers;
  @TempDir static Path strangers;

  final AtomicReference<SimulatorFault> fault = new AtomicReference<>(SimulatorFault.NONE);
  final TestClock clock = new TestClock();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final PopulationWatch watch = Lines.watch(meters, clock);
  RegistrySimulator simulator;
  HttpPopulationRegistry registry;

  @BeforeAll
  static void papers() throws IOException {
    Lines.papers(papers);
    Lines.papers(strangers);
  }

  @BeforeEach
  void connect() throws IOException {
    simulator = simulator(papers, 0);
    registry = registry(simulator.url(), Lines.bundle(papers), PATIENCE, 32);
  }

  @AfterEach
  void disconnect() {
    registry.close();
    simulator.close();
  }

  @Test
  void every_verdict_comes_over_the_line() {
    assertThat(ask()).isEqualTo(new Verification.Match());
    assertThat(registry.verify("001085000024", "Trần Văn Tự", new BirthDate(1985, null, null)))
        .isEqualTo(new Verification.Mismatch(Set.of(Field.FULL_NAME, Field.BIRTH_DATE)));
    assertThat(registry.verify("001085000024", "Trần Văn Tự", BORN))
        .isEqualTo(new Verification.Mismatch(Set.of(Field.FULL_NAME)));
    assertThat(registry.verify("001085000025", "Trần Văn Thử", BORN))
        .isEqualTo(new Verification.NotFound());
    assertThat(registry.verify("031088000057", "Vũ Đình Giả Định", new BirthDate(1988, 2, null)))
        .isEqualTo(new Verification.Match());
    assertThat(count("match", "")).isEqualTo(2);
    assertThat(count("mismatch", "")).isEqualTo(2);
    assertThat(count("not_found", "")).isOne();
    assertThat(watch.health().getDetails()).containsEntry("newest", "answered");
  }

  @ParameterizedTest
  @CsvSource({
    "DOWN,        server_error",
    "HANG_UP,     connection",
    "UNAVAILABLE, unavailable",
    "WRONG,       not_a_verdict",
    "NOT_JSON,    not_a_verdict",
    "FORGED,      signature",
    "TAMPERED,    signature",
    "UNSIGNED,    signature",
    "DAMAGED,     digest",
    "STALE,       stale",
    "TOO_LONG,    too_long",
    "REDIRECT,    redirect",
    "REFUSED,     question_refused"
  })
  void an_answer_that_cannot_be_believed_is_no_answer_and_the_metric_says_why(
      SimulatorFault told, String reason) {
    fault.set(told);
    assertThat(registry.verify("001085000025", "Trần Văn Thử", BORN)).isEqualTo(UNAVAILABLE);
    assertThat(count("unavailable", reason)).isOne();
    assertThat(watch.health().getStatus().getCode()).isEqualTo("UP");
    assertThat(watch.health().getDetails()).containsEntry("newest", reason);
  }

  @Test
  void an_answer_to_another_question_is_not_believed() {
    assertThat(ask()).isEqualTo(new Verification.Match());
    fault.set(SimulatorFault.REPEATED);
    assertThat(registry.verify("001085000025", "Trần Văn Thử", BORN)).isEqualTo(UNAVAILABLE);
    assertThat(count("unavailable", "signature")).isOne();
  }

  @Test
  void without_a_certificate_or_with_a_strangers_the_registry_does_not_listen() throws Exception {
    try (var stranger =
        registry(
            simulator.url(),
            Lines.bundle(
                strangers.resolve("client.pem"),
                strangers.resolve("client-key.pem"),
                papers.resolve("authority.pem")),
            PATIENCE,
            1)) {
      assertThat(stranger.verify("001085000024", "Trần Văn Thử", BORN)).isEqualTo(UNAVAILABLE);
      assertThat(meters.get("ansinh.population.registry").timer().getId().getTag("reason"))
          .as("the refusal may come with the handshake or right after it")
          .isIn("tls", "connection");
    }
    var trusting = Lines.bundle(papers).getManagers().getTrustManagers();
    var context = javax.net.ssl.SSLContext.getInstance("TLS");
    context.init(null, trusting, null);
    try (var nobody = HttpClient.newBuilder().sslContext(context).build()) {
      var request = HttpRequest.newBuilder(simulator.url()).GET().build();
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> nobody.send(request, BodyHandlers.discarding()))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void a_server_of_another_authority_is_not_asked() throws Exception {
    try (var other = simulator(strangers, 0);
        var line = registry(other.url(), Lines.bundle(papers), PATIENCE, 1)) {
      assertThat(line.verify("001085000024", "Trần Văn Thử", BORN)).isEqualTo(UNAVAILABLE);
      assertThat(count("unavailable", "tls")).isOne();
    }
  }

  @Test
  void a_server_of_another_name_is_not_asked(@TempDir Path directory) throws Exception {
    Lines.papers(directory);
    var issuer = new SimulatorPapers(Clock.systemUTC().instant());
    var authority = issuer.authority("Another authority");
    var server = issuer.issue(authority, "registry.example");
    SimulatorPapers.write(directory.resolve("server.pem"), SimulatorPapers.certificate(server));
    SimulatorPapers.write(directory.resolve("server-key.pem"), SimulatorPapers.key(server.keys()));
    var anchor = directory.resolve("anchor.pem");
    SimulatorPapers.write(anchor, SimulatorPapers.certificate(authority));
    var bundle =
        Lines.bundle(directory.resolve("client.pem"), directory.resolve("client-key.pem"), anchor);
    try (var other = simulator(directory, 0);
        var line = registry(other.url(), bundle, PATIENCE, 1)) {
      assertThat(line.verify("001085000024", "Trần Văn Thử", BORN)).isEqualTo(UNAVAILABLE);
      assertThat(count("unavailable", "tls")).isOne();
    }
  }

  @Test
  void a_question_that_was_changed_or_is_sent_twice_is_refused() throws Exception {
    var asked =
        signatures(papers).sign(RegistryProtocol.question("001085000024", "Trần Văn Thử", BORN));
    try (var client =
        HttpClient.newBuilder().sslContext(Lines.bundle(papers).createSslContext()).build()) {
      var changed = RegistryProtocol.question("001085000025", "Trần Văn Thử", BORN);
      assertThat(status(client, with(asked.request(), changed, null))).isEqualTo(401);
      assertThat(status(client, with(asked.request(), changed, MessageSignature.digest(changed))))
          .isEqualTo(401);
      assertThat(status(client, asked.request())).isEqualTo(200);
      assertThat(status(client, asked.request())).as("replayed").isEqualTo(401);
      clock.advance(Duration.ofMinutes(5));
      assertThat(status(client, asked.request())).as("replayed later").isEqualTo(401);
    }
  }

  @Test
  void a_question_signed_with_a_strangers_key_is_refused() throws Exception {
    var question = RegistryProtocol.question("001085000024", "Trần Văn Thử", BORN);
    try (var client =
        HttpClient.newBuilder().sslContext(Lines.bundle(papers).createSslContext()).build()) {
      assertThat(status(client, signatures(strangers).sign(question).request())).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @CsvSource({"SLOW", "DRIP"})
  void a_slow_registry_takes_no_longer_than_the_budget(SimulatorFault told) {
    ask();
    fault.set(told);
    try (var hurried = registry(simulator.url(), Lines.bundle(papers), BUDGET, 1)) {
      long start = System.nanoTime();
      assertThat(hurried.verify("001085000024", "Trần Văn Thử", BORN)).isEqualTo(UNAVAILABLE);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(BUDGET.minusMillis(50), BUDGET.plus(MARGIN));
    }
    assertThat(count("unavailable", "time_out")).isOne();
  }

  /** Each byte of the headers a moment after the one before: no single pause is ever long. */
  @Test
  void headers_that_drip_take_no_longer_than_the_budget() throws Exception {
    var context =
        Lines.bundle(
                papers.resolve("server.pem"),
                papers.resolve("server-key.pem"),
                papers.resolve("authority.pem"))
            .createSslContext();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var listening = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0)) {
      threads.submit(() -> drip(listening));
      var url = URI.create("https://localhost:" + listening.getLocalPort() + "/");
      try (var line = registry(url, Lines.bundle(papers), BUDGET, 1)) {
        long start = System.nanoTime();
        assertThat(line.verify("001085000024", "Trần Văn Thử", BORN)).isEqualTo(UNAVAILABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
            .isBetween(BUDGET.minusMillis(50), BUDGET.plus(MARGIN));
      }
    }
    assertThat(count("unavailable", "time_out")).isOne();
  }

  /** Takes connections and says nothing: not even TLS begins. */
  @Test
  void a_server_that_never_speaks_takes_no_longer_than_the_budget() throws Exception {
    try (var silent = new ServerSocket(0)) {
      var url = URI.create("https://localhost:" + silent.getLocalPort() + "/");
      try (var line = registry(url, Lines.bundle(papers), BUDGET, 1)) {
        long start = System.nanoTime();
        assertThat(line.verify("001085000024", "Trần Văn Thử", BORN)).isEqualTo(UNAVAILABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BUDGET.plus(MARGIN));
      }
    }
    assertThat(count("unavailable", "time_out")).isOne();
  }

  @Test
  void after_three_breakdowns_nobody_is_asked_then_one_and_then_all_again() {
    fault.set(SimulatorFault.DOWN);
    for (int i = 0; i < 3; i++) {
      assertThat(ask()).isEqualTo(UNAVAILABLE);
    }
    fault.set(SimulatorFault.NONE);
    assertThat(ask()).as("resting").isEqualTo(UNAVAILABLE);
    assertThat(count("unavailable", "resting")).isOne();
    assertThat(meters.get("ansinh.population.registry.resting").gauge().value()).isOne();
    assertThat(watch.health().getDetails()).containsEntry("asking", "resting");

    fault.set(SimulatorFault.DOWN);
    clock.advance(Duration.ofSeconds(6));
    assertThat(ask()).as("the one try fails").isEqualTo(UNAVAILABLE);
    assertThat(count("unavailable", "server_error")).isEqualTo(4);
    fault.set(SimulatorFault.NONE);
    clock.advance(Duration.ofSeconds(6));
    assertThat(ask()).as("the pause has doubled").isEqualTo(UNAVAILABLE);

    clock.advance(Duration.ofSeconds(6));
    assertThat(ask()).isEqualTo(new Verification.Match());
    assertThat(ask()).isEqualTo(new Verification.Match());
    assertThat(meters.get("ansinh.population.registry.resting").gauge().value()).isZero();
  }

  @Test
  void a_question_it_refuses_does_not_keep_others_from_being_asked() {
    fault.set(SimulatorFault.REFUSED);
    for (int i = 0; i < 5; i++) {
      ask();
    }
    fault.set(SimulatorFault.NONE);
    assertThat(ask()).isEqualTo(new Verification.Match());
  }

  @Test
  void a_registry_that_stops_and_comes_back_is_asked_again() throws Exception {
    assertThat(ask()).isEqualTo(new Verification.Match());
    int port = simulator.url().getPort();
    simulator.close();
    assertThat(ask()).isEqualTo(UNAVAILABLE);
    simulator = simulator(papers, port);
    assertThat(ask()).isEqualTo(new Verification.Match());
  }

  @Test
  void more_questions_at_once_than_there_is_room_for_are_not_asked() throws Exception {
    fault.set(SimulatorFault.SLOW);
    try (var narrow = registry(simulator.url(), Lines.bundle(papers), Duration.ofSeconds(1), 2);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked =
          threads.invokeAll(
              Collections.nCopies(20, () -> narrow.verify("001085000024", "Trần Văn Thử", BORN)));
      assertThat(asked.stream().map(Future::resultNow)).containsOnly(UNAVAILABLE);
    }
    assertThat(count("unavailable", "busy")).isEqualTo(18);
    assertThat(count("unavailable", "time_out")).isEqualTo(2);
  }

  @Test
  void many_at_once_are_answered_each_with_their_own_verdict() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked =
          threads.invokeAll(
              java.util.stream.IntStream.range(0, 32)
                  .<java.util.concurrent.Callable<Boolean>>mapToObj(
                      i ->
                          () ->
                              i % 2 == 0
                                  ? ask() instanceof Verification.Match
                                  : registry.verify("001085000025", "Trần Văn Thử", BORN)
                                      instanceof Verification.NotFound)
                  .toList());
      assertThat(asked.stream().map(Future::resultNow)).containsOnly(true);
    }
  }

  private Verification ask() {
    return registry.verify("001085000024", "Trần Văn Thử", BORN);
  }

  private double count(String outcome, String reason) {
    return meters
        .get("ansinh.population.registry")
        .tags("outcome", outcome, "reason", reason)
        .timer()
        .count();
  }

  private RegistrySimulator simulator(Path directory, int port) throws IOException {
    return new RegistrySimulator(directory, port, SimulatedCitizens.shipped(), clock, fault::get);
  }

  private HttpPopulationRegistry registry(
      URI url, SslBundle bundle, Duration budget, int concurrency) {
    return HttpPopulationConfiguration.registry(
        Lines.settings(url, papers, budget, concurrency), bundle, watch, clock);
  }

  private RegistrySignatures signatures(Path signer) {
    return new RegistrySignatures(
        simulator.url(),
        RegistrySimulator.CLIENT_KEY_ID,
        MessageKeys.secret(signer.resolve("ansinh-signing-key.pem")),
        RegistrySimulator.KEY_ID,
        MessageKeys.open(papers.resolve("registry-signing-open.pem")),
        Duration.ofSeconds(30),
        clock);
  }

  private static HttpRequest with(HttpRequest request, byte[] body, String digest) {
    var builder =
        HttpRequest.newBuilder(
            request, (name, _) -> digest == null || !name.equalsIgnoreCase("Content-Digest"));
    if (digest != null) {
      builder.header("Content-Digest", digest);
    }
    return builder.POST(BodyPublishers.ofByteArray(body)).build();
  }

  private static int status(HttpClient client, HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static Object drip(SSLServerSocket listening) throws Exception {
    try (var socket = (SSLSocket) listening.accept()) {
      var answer =
          "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Filler: " + "x".repeat(500);
      for (var drop : answer.getBytes(java.nio.charset.StandardCharsets.US_ASCII)) {
        socket.getOutputStream().write(drop);
        socket.getOutputStream().flush();
        Thread.sleep(20);
      }
    } catch (SSLException | java.net.SocketException _) {
      // The other side has given up, as it should.
    }
    return "";
  }
}
