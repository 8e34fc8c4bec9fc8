package vn.ansinh.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.ansinh.staff.StaffSessions;

/** Looks the session, the roles and the office up at every request: what was revoked is gone. */
final class OfficerFilter extends OncePerRequestFilter {

  private final StaffSessions sessions;
  private final ConsoleCookies cookies;

  OfficerFilter(StaffSessions sessions, ConsoleCookies cookies) {
    this.sessions = sessions;
    this.cookies = cookies;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    cookies
        .session(request)
        .flatMap(sessions::current)
        .ifPresent(
            it -> {
              var context = SecurityContextHolder.createEmptyContext();
              context.setAuthentication(new SignedInOfficer(it));
              SecurityContextHolder.setContext(context);
            });
    chain.doFilter(request, response);
  }
}
