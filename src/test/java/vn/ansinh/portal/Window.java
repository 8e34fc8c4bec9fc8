package vn.ansinh.portal;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.ansinh.support.FormToken;

/** A browser window without a browser: keeps cookies, comes from a network of its own. */
public final class Window {

  private final MockMvcTester server;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final String address;

  public Window(MockMvcTester server) {
    this.server = server;
    var random = ThreadLocalRandom.current();
    this.address =
        "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }

  public MvcTestResult open(String path) {
    return keep(request(server.get().uri(path)).exchange());
  }

  public MvcTestResult send(String path, String... parameters) {
    var request = request(server.post().uri(path)).with(FormToken.sent());
    for (int i = 0; i < parameters.length; i += 2) {
      request = request.param(parameters[i], parameters[i + 1]);
    }
    return keep(request.exchange());
  }

  public Map<String, String> cookies() {
    return cookies;
  }

  private MockMvcTester.MockMvcRequestBuilder request(MockMvcTester.MockMvcRequestBuilder request) {
    var all =
        cookies.entrySet().stream()
            .map(it -> new Cookie(it.getKey(), it.getValue()))
            .toArray(Cookie[]::new);
    var from =
        request.with(
            it -> {
              it.setRemoteAddr(address);
              return it;
            });
    return all.length == 0 ? from : from.cookie(all);
  }

  private MvcTestResult keep(MvcTestResult answer) {
    for (var header : answer.getResponse().getHeaders(HttpHeaders.SET_COOKIE)) {
      var pair = header.split(";", 2)[0].split("=", 2);
      if (header.contains("Max-Age=0") || pair[1].isEmpty()) {
        cookies.remove(pair[0]);
      } else {
        cookies.put(pair[0], pair[1]);
      }
    }
    return answer;
  }
}
