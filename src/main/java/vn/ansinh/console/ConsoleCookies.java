package vn.ansinh.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import vn.ansinh.staff.Caller;
import vn.ansinh.web.PageSecurity;
import vn.ansinh.web.Visitor;

/**
 * The cookies of staff: the session, before it the ticket of a sign-in under way, and what makes a
 * device known. None leaves the console's paths nor comes with requests from other sites.
 */
@Component
public class ConsoleCookies {

  private static final String CONSOLE = "/console";
  private static final String SIGN_IN = "/console/sign-in";

  private final String session;
  private final String ticket;
  private final String device;
  private final boolean secure;

  ConsoleCookies(PageSecurity pages) {
    this.session = pages.cookieName("desk", CONSOLE);
    this.ticket = pages.cookieName("desk-sign-in", SIGN_IN);
    this.device = pages.cookieName("desk-device", SIGN_IN);
    this.secure = pages.secure();
  }

  public Optional<String> session(HttpServletRequest request) {
    return value(request, session);
  }

  public Optional<String> ticket(HttpServletRequest request) {
    return value(request, ticket);
  }

  /** From where somebody signs in. */
  public Caller caller(HttpServletRequest request) {
    var visitor = Visitor.of(request);
    return new Caller(visitor.network(), visitor.browser(), value(request, device).orElse(null));
  }

  /** For the next sign-in on this device, as long as browsers keep anything. */
  public void keepDevice(HttpServletResponse response, String value) {
    set(response, cookie(device, value, SIGN_IN).maxAge(Duration.ofDays(400)).build());
  }

  public void keepTicket(HttpServletResponse response, String value) {
    set(response, cookie(ticket, value, SIGN_IN).maxAge(Duration.ofMinutes(10)).build());
  }

  /** The ticket has become a session; the session ends with the browser at the latest. */
  public void keepSession(HttpServletResponse response, String value) {
    set(response, cookie(ticket, "", SIGN_IN).maxAge(0).build());
    set(response, cookie(session, value, CONSOLE).build());
  }

  public void forget(HttpServletResponse response) {
    set(response, cookie(session, "", CONSOLE).maxAge(0).build());
  }

  private ResponseCookie.ResponseCookieBuilder cookie(String name, String value, String path) {
    return ResponseCookie.from(name, value)
        .path(path)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Strict");
  }

  private static void set(HttpServletResponse response, ResponseCookie cookie) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private static Optional<String> value(HttpServletRequest request, String name) {
    var cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Stream.of(cookies)
            .filter(it -> it.getName().equals(name))
            .map(Cookie::getValue)
            .findFirst();
  }
}
