package vn.ansinh.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.identity.Verification;

/** A registry that is slow, silent, down or overrun. */
class RegistryOutageTest extends RegistryLineSetting {

  static final Duration BUDGET = Duration.ofSeconds(2);

  /** Less than anything here would take that is not cut off. */
  static final Duration MARGIN = Duration.ofSeconds(2);

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
