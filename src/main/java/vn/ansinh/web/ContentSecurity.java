package vn.ansinh.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.ansinh.platform.Mode;
import vn.ansinh.platform.Secrets;

/**
 * The browser's rules on every response, errors and files included (security specification S12):
 * scripts only from here and with this response's nonce, no framing, no sniffing, no referrer
 * across origins, no shared window.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ContentSecurity extends OncePerRequestFilter {

  private static final String NONCE = ContentSecurity.class.getName() + ".nonce";

  private final boolean transportSecured;

  ContentSecurity(Mode mode) {
    this.transportSecured = !mode.isDemo();
  }

  static String nonceOf(HttpServletRequest request) {
    var nonce = request.getAttribute(NONCE);
    return nonce == null ? "" : nonce.toString();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var nonce = Secrets.token(16);
    request.setAttribute(NONCE, nonce);
    write(response, nonce);
    chain.doFilter(request, response);
  }

  void write(HttpServletResponse response, String nonce) {
    response.setHeader("Content-Security-Policy", policy(nonce));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy", "camera=(self), geolocation=(), microphone=(), payment=(), usb=()");
    if (transportSecured) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }

  private String policy(String nonce) {
    return "default-src 'none'; script-src 'nonce-%s' 'strict-dynamic'; style-src 'self'; img-src 'self' data: blob:; "
            .formatted(nonce)
        + "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'self'; "
        + "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        + (transportSecured ? "; upgrade-insecure-requests" : "");
  }
}
