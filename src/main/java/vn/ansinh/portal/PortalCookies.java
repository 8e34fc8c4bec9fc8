package vn.ansinh.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Device;
import vn.ansinh.accounts.StartedSession;
import vn.ansinh.web.PageSecurity;

/**
 * The cookies of a person: the session, the ticket for choosing the first password, and the mark of
 * a device that has signed in before.
 */
@Component
public final class PortalCookies {

  /** Asks whether the session lives without using it. */
  public static final String WATCH = "/sign-in/alive";

  private static final Duration KNOWN = Duration.ofDays(400);
  private static final Duration ENTRY = Duration.ofMinutes(15);
  private static final Duration RECOVERY = Duration.ofMinutes(20);
  private static final Duration PASSKEY = Duration.ofMinutes(5);
  private static final Duration IDENTITY = Duration.ofMinutes(10);
  private static final Duration TICKET = Duration.ofMinutes(15);

  private final String session;
  private final String ticket;
  private final String entry;
  private final String recovery;
  private final String passkey;
  private final String identity;
  private final String device;
  private final boolean secure;

  PortalCookies(PageSecurity security) {
    this.session = security.cookieName("ansinh", "/");
    this.ticket = security.cookieName("ansinh-ticket", "/");
    this.entry = security.cookieName("ansinh-entry", "/");
    this.recovery = security.cookieName("ansinh-recovery", "/");
    this.passkey = security.cookieName("ansinh-passkey", "/");
    this.identity = security.cookieName("ansinh-identity", "/");
    this.device = security.cookieName("ansinh-device", "/");
    this.secure = security.secure();
  }

  public Optional<String> session(HttpServletRequest request) {
    return value(request, session);
  }

  public Optional<String> ticket(HttpServletRequest request) {
    return value(request, ticket);
  }

  /** Of somebody who has shown the right password and still needs a code. */
  public Optional<String> entry(HttpServletRequest request) {
    return value(request, entry);
  }

  /** Who asks, with what tells the device from others. */
  public Device device(HttpServletRequest request) {
    var here = Devices.of(request);
    return new Device(here.network(), here.name(), value(request, device).orElse(null));
  }

  /**
   * The session goes with the browser's window, the server's own limits are shorter; the device
   * stays known.
   */
  public void start(StartedSession started, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE, cookie(session, started.cookieValue()).build().toString());
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        cookie(device, started.deviceSecret()).maxAge(KNOWN).build().toString());
  }

  public String setTicket(String value) {
    return cookie(ticket, value).maxAge(TICKET).build().toString();
  }

  /** Of somebody who has asked for a new password. */
  public Optional<String> recovery(HttpServletRequest request) {
    return value(request, recovery);
  }

  public String setRecovery(String value) {
    return cookie(recovery, value).maxAge(RECOVERY).build().toString();
  }

  public String clearRecovery() {
    return cookie(recovery, "").maxAge(0).build().toString();
  }

  /** Of a browser that has been asked to show or make a key. */
  public Optional<String> passkey(HttpServletRequest request) {
    return value(request, passkey);
  }

  public String setPasskey(String value) {
    return cookie(passkey, value).maxAge(PASSKEY).build().toString();
  }

  public String clearPasskey() {
    return cookie(passkey, "").maxAge(0).build().toString();
  }

  /** Of a browser that has left for an identity provider. */
  public Optional<String> identity(HttpServletRequest request) {
    return value(request, identity);
  }

  public String setIdentity(String value) {
    return cookie(identity, value).maxAge(IDENTITY).build().toString();
  }

  public String clearIdentity() {
    return cookie(identity, "").maxAge(0).build().toString();
  }

  public String setEntry(String value) {
    return cookie(entry, value).maxAge(ENTRY).build().toString();
  }

  public String clearEntry() {
    return cookie(entry, "").maxAge(0).build().toString();
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
