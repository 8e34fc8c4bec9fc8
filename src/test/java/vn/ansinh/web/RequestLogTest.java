package vn.ansinh.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.ansinh.support.ServerTest;

@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class RequestLogTest {

  @LocalServerPort int port;
  @Autowired LoggingSystem logging;

  @BeforeEach
  void lines_are_written() {
    logging.setLogLevel("access", LogLevel.INFO);
  }

  @AfterEach
  void as_the_other_tests_have_it() {
    logging.setLogLevel("access", null);
  }

  @Test
  void every_answer_bears_a_number_of_ours_that_its_log_line_and_error_page_repeat(
      CapturedOutput output) throws Exception {
    var answer = get("/nowhere/secret-of-a-link?name=Nguyen");
    var number = answer.headers().firstValue("X-Request-Id").orElseThrow();
    assertThat(number).hasSize(12).isNotEqualTo("from-outside");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains(number);
    assertThat(output.getAll().lines().filter(it -> it.contains(number)))
        .anyMatch(it -> it.matches(".*GET \\S+ 404 \\d+ ms.*"));
    assertThat(output.getAll()).doesNotContain("secret-of-a-link").doesNotContain("Nguyen");
  }

  @Test
  void readiness_asks_the_database_and_metrics_are_there() throws Exception {
    assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(get("/readyz").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/prometheus").body()).contains("hikaricp_connections");
  }

  private HttpResponse<String> get(String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
              .header("X-Request-Id", "from-outside")
              .header("Accept", "text/html, */*")
              .build();
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
