package vn.ansinh.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.Mode;

/**
 * What the security chains of all edges share: no server-side HTTP sessions (ours are rows), one
 * token against forged requests for the whole site, answers that are never cached, and none of the
 * framework's own sign-in. Each edge adds who may see what.
 *
 * <p>The browser's rules are not set here but in {@link ContentSecurity}, which also covers what no
 * chain sees.
 */
@Component
public final class PageSecurity {

  /** Where static files lie; the same for everybody. */
  public static final String[] ASSETS = {
    "/css/**", "/js/**", "/img/**", "/fonts/**", "/webjars/**"
  };

  private final boolean secure;

  PageSecurity(Mode mode) {
    this.secure = !mode.isDemo();
  }

  /**
   * Without sessions the framework takes every request of somebody signed in for a sign-in and
   * would make a new token each time: pictures loading beside a page, or a second tab, would spoil
   * the page's forms. The token therefore lives as long as its cookie.
   */
  public HttpSecurity common(HttpSecurity http) throws Exception {
    return http.sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(
            it ->
                it.csrfTokenRepository(tokens())
                    .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
        .addFilterBefore(new SameOrigin(), CsrfFilter.class)
        .headers(it -> it.defaultsDisabled().cacheControl(_ -> {}))
        .requestCache(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .exceptionHandling(
            it ->
                it.authenticationEntryPoint(
                    (_, response, _) -> response.sendError(HttpServletResponse.SC_NOT_FOUND)));
  }

  /**
   * The name a cookie bears: bound to this host and to encrypted transport where there is any.
   *
   * @param path {@code /} for the whole site
   */
  public String cookieName(String name, String path) {
    if (!secure) {
      return name;
    }
    return (path.equals("/") ? "__Host-" : "__Secure-") + name;
  }

  /** Whether cookies are sent over encrypted transport only. */
  public boolean secure() {
    return secure;
  }

  private CsrfTokenRepository tokens() {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(cookieName("forgery", "/"));
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(it -> it.httpOnly(true).secure(secure).sameSite("Lax"));
    return tokens;
  }
}
