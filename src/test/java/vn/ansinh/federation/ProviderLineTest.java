package vn.ansinh.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.support.TestClock;

/** What makes us leave a provider alone, and what does not. */
class ProviderLineTest {

  static final String INVALID_GRANT = "{\"error\": \"invalid_grant\"}";

  final TestClock clock = new TestClock();
  final AtomicInteger asked = new AtomicInteger();
  HttpServer server;
  ProviderLine line;
  volatile int status = 200;
  volatile String body = "{}";
  volatile String retryAfter = "";

  @BeforeEach
  void a_provider() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          var bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
          }
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          try (var out = exchange.getResponseBody()) {
            out.write(bytes);
          }
        });
    server.start();
    line = new ProviderLine("vneid", Settings.of(issuer(), Map.of()), clock);
  }

  @AfterEach
  void close() {
    line.close();
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({"400", "401", "403", "404"})
  void what_strangers_make_up_is_refused_and_the_line_stays_open(int refusal) throws IOException {
    status = refusal;
    body = refusal == 400 ? INVALID_GRANT : "<html>no</html>";
    for (int i = 0; i < 20; i++) {
      assertThat(send()).isEqualTo(refusal);
    }
    assertThat(asked).hasValue(20);
  }

  @ParameterizedTest
  @CsvSource({"500, '{}'", "503, ''", "200, '<html>busy</html>'", "200, ''", "200, '[]'"})
  void three_breakdowns_or_answers_nobody_can_read_let_the_line_rest(int broken, String said)
      throws IOException {
    status = broken;
    body = said;
    for (int i = 0; i < 5; i++) {
      unavailable();
    }
    assertThat(asked).as("the others are not even asked").hasValue(3);
    status = 200;
    body = "{}";
    unavailable();
    clock.advance(Duration.ofSeconds(6));
    assertThat(send()).isEqualTo(200);
  }

  @Test
  void who_asks_for_time_gets_it_and_no_more() throws IOException {
    status = 429;
    retryAfter = "40";
    unavailable();
    status = 200;
    clock.advance(Duration.ofSeconds(39));
    unavailable();
    assertThat(asked).hasValue(1);
    clock.advance(Duration.ofSeconds(2));
    assertThat(send()).isEqualTo(200);
    assertThat(send()).as("at once again").isEqualTo(200);
  }

  @Test
  void a_time_may_be_a_date() throws IOException {
    status = 429;
    retryAfter =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            clock.instant().plusSeconds(90).atOffset(ZoneOffset.UTC));
    unavailable();
    status = 200;
    clock.advance(Duration.ofSeconds(85));
    unavailable();
    clock.advance(Duration.ofSeconds(6));
    assertThat(send()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"'', 5", "soon, 5", "-3, 5", "0, 5", "999999999, 900"})
  void a_time_that_makes_no_sense_is_short_and_none_is_without_end(String said, int seconds)
      throws IOException {
    status = 429;
    retryAfter = said;
    unavailable();
    status = 200;
    clock.advance(Duration.ofSeconds(seconds - 1));
    unavailable();
    clock.advance(Duration.ofSeconds(2));
    assertThat(send()).isEqualTo(200);
  }

  private void unavailable() {
    assertThatThrownBy(this::send).isInstanceOf(ProviderUnavailableException.class);
  }

  private int send() throws IOException {
    return line.send(new HTTPRequest(HTTPRequest.Method.GET, URI.create(issuer() + "/token")))
        .getStatusCode();
  }

  private String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }
}
