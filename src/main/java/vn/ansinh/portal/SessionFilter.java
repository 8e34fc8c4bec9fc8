package vn.ansinh.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.ansinh.accounts.Sessions;

/**
 * Looks the session up at every request: one that was ended elsewhere is refused at the next. Error
 * pages are asked as well, so that they show the right navigation; static files are not.
 */
final class SessionFilter extends OncePerRequestFilter {

  private final Sessions sessions;
  private final PortalCookies cookies;

  SessionFilter(Sessions sessions, PortalCookies cookies) {
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
              context.setAuthentication(new SignedIn(it));
              SecurityContextHolder.setContext(context);
            });
    chain.doFilter(request, response);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return Stream.of(PortalSecurity.ASSETS)
        .map(it -> it.substring(0, it.length() - 2))
        .anyMatch(request.getRequestURI()::startsWith);
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }
}
