package vn.ansinh.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
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

  private HttpResponse<String> get(String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Accept", "text/html")
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
