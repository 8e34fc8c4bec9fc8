package vn.ansinh.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.ansinh.support.ServerTest;

@ServerTest
class ErrorPagesTest {

  @LocalServerPort int port;
  final HttpClient client = HttpClient.newHttpClient();

  @Test
  void an_unknown_address_says_what_to_do_in_vietnamese() throws Exception {
    var answer = get("/demo/no-such-page");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .contains("Không tìm thấy trang")
        .contains("lang=\"vi\"")
        .doesNotContain("Exception");
  }

  @Test
  void every_answer_carries_the_browser_rules() throws Exception {
    for (var path : new String[] {"/demo/no-such-page", "/css/tokens.css"}) {
      var headers = get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'")
          .contains("frame-ancestors 'none'")
          .contains("'nonce-")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
      assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
    }
  }

  @Test
  void what_is_no_request_at_all_gets_a_short_page_under_the_same_rules() throws Exception {
    for (var broken :
        new String[] {
          "GET /a b c HTTP/1.1\r\nHost: localhost\r\n\r\n",
          "GET /[x] HTTP/1.1\r\nHost: localhost\r\n\r\n",
          "GET / HTTP/1.1\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: local host\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "y".repeat(20_000) + "\r\n\r\n",
          "GET /%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        }) {
      var answer = raw(broken);
      assertThat(answer).as(broken.lines().findFirst().orElseThrow()).startsWith("HTTP/1.1 4");
      assertThat(answer)
          .contains("Content-Security-Policy: default-src 'none'")
          .contains("X-Content-Type-Options: nosniff")
          .contains("Cross-Origin-Opener-Policy: same-origin")
          .contains("không đọc được yêu cầu")
          .doesNotContainIgnoringCase("tomcat")
          .doesNotContain("Exception");
    }
  }

  private String raw(String request) throws Exception {
    try (var socket = new Socket("localhost", port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Accept", "text/html")
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
