package vn.ansinh.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Keeps what a visitor chose of {@link Display} for a year. */
@Component
public final class DisplayCookies {

  private static final Duration KEPT = Duration.ofDays(365);

  private final boolean secure;

  DisplayCookies(PageSecurity security) {
    this.secure = security.secure();
  }

  public void keep(Display display, HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(Display.TEXT_COOKIE, display.chosenText()));
    response.addHeader(
        HttpHeaders.SET_COOKIE, cookie(Display.CONTRAST_COOKIE, display.chosenContrast()));
  }

  private String cookie(String name, String value) {
    return ResponseCookie.from(name, value)
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .maxAge(KEPT)
        .build()
        .toString();
  }
}
