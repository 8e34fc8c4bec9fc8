package vn.ansinh.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import vn.ansinh.web.PageSecurity;

/** The two cookies of a person: the session, and the ticket for choosing the first password. */
@Component
public final class PortalCookies {

  private static final Duration TICKET = Duration.ofMinutes(15);

  private final String session;
  private final String ticket;
  private final boolean secure;

  PortalCookies(PageSecurity security) {
    this.session = security.cookieName("ansinh", "/");
    this.ticket = security.cookieName("ansinh-ticket", "/");
    this.secure = security.secure();
  }

  public Optional<String> session(HttpServletRequest request) {
    return value(request, session);
  }

  public Optional<String> ticket(HttpServletRequest request) {
    return value(request, ticket);
  }

  /** Gone with the browser's window; the server's own limits are shorter. */
  public String setSession(String value) {
    return cookie(session, value).build().toString();
  }

  public String setTicket(String value) {
    return cookie(ticket, value).maxAge(TICKET).build().toString();
  }

  public String clearSession() {
    return cookie(session, "").maxAge(0).build().toString();
  }

  public String clearTicket() {
    return cookie(ticket, "").maxAge(0).build().toString();
  }

  private ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
    return ResponseCookie.from(name, value).path("/").httpOnly(true).secure(secure).sameSite("Lax");
  }

  private static Optional<String> value(HttpServletRequest request, String name) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(it -> it.getName().equals(name))
        .map(it -> it.getValue())
        .findFirst();
  }
}
