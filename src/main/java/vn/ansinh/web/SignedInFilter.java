package vn.ansinh.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at every request who is signed in, as the database has it now: what was revoked or ended
 * elsewhere is gone at the next request. Error pages are asked as well, so that they show the right
 * navigation; static files are not.
 */
public final class SignedInFilter extends OncePerRequestFilter {

  private final Function<HttpServletRequest, Optional<? extends Authentication>> session;

  public SignedInFilter(Function<HttpServletRequest, Optional<? extends Authentication>> session) {
    this.session = session;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    session
        .apply(request)
        .ifPresent(
            it -> {
              var context = SecurityContextHolder.createEmptyContext();
              context.setAuthentication(it);
              SecurityContextHolder.setContext(context);
            });
    chain.doFilter(request, response);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return Stream.of(PageSecurity.ASSETS)
        .map(it -> it.substring(0, it.length() - 2))
        .anyMatch(request.getRequestURI()::startsWith);
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }
}
