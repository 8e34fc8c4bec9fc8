package vn.ansinh.support;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * The token of a form and the cookie it must fit, as a browser sends them. The framework's own
 * would put another keeper of tokens into the application, which real browsers share with these
 * requests.
 */
public final class FormToken implements RequestPostProcessor {

  private static final String COOKIE = "forgery";
  private static final String FIELD = "_csrf";
  private static final String TOKEN = "0b4a3c1e-6f0d-4b7e-9d25-3a1c5e7f9b20";

  private FormToken() {}

  public static FormToken sent() {
    return new FormToken();
  }

  @Override
  public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
    var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    var known = Arrays.stream(cookies).filter(it -> it.getName().equals(COOKIE)).findFirst();
    if (known.isEmpty()) {
      request.setCookies(
          Stream.concat(Arrays.stream(cookies), Stream.of(new Cookie(COOKIE, TOKEN)))
              .toArray(Cookie[]::new));
    }
    request.addParameter(FIELD, masked(known.map(Cookie::getValue).orElse(TOKEN)));
    return request;
  }

  /** Under a mask of noughts: pages show it under another one each time. */
  private static String masked(String token) {
    var bytes = token.getBytes(StandardCharsets.UTF_8);
    var sent = new byte[2 * bytes.length];
    System.arraycopy(bytes, 0, sent, bytes.length, bytes.length);
    return Base64.getUrlEncoder().encodeToString(sent);
  }
}
