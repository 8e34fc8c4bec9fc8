package vn.ansinh.portal.registration;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.Mode;

/**
 * Where the browser keeps the secret of its draft: out of reach of scripts, sent to this site only.
 */
@Component
public class DraftCookie {

  private static final Duration KEPT = Duration.ofDays(7);

  private final boolean secure;
  private final String name;

  DraftCookie(Mode mode) {
    secure = !mode.isDemo();
    name = secure ? "__Host-draft" : "draft";
  }

  public String holding(String secret) {
    return cookie(secret, KEPT).toString();
  }

  String forgotten() {
    return cookie("", Duration.ZERO).toString();
  }

  Optional<String> read(HttpServletRequest request) {
    var cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(it -> it.getName().equals(name))
            .map(Cookie::getValue)
            .filter(it -> it.length() <= 100)
            .findFirst();
  }

  private ResponseCookie cookie(String value, Duration age) {
    return ResponseCookie.from(name, value)
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .maxAge(age)
        .build();
  }
}
