package vn.ansinh.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import vn.ansinh.platform.Secrets;

/**
 * Names every request, so that a log line, an audit line and the number a person reads out from an
 * error page belong together, and logs it once. The line holds the route, never the address asked
 * for: that may carry the secret of a link.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestLog extends OncePerRequestFilter {

  static final String KEY = "request";
  private static final String HEADER = "X-Request-Id";
  private static final Logger ACCESS = LoggerFactory.getLogger("access");

  /** Read out on the telephone: no letters that sound or look alike. */
  private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    MDC.put(KEY, idOf(request));
    try {
      if (request.getDispatcherType() == DispatcherType.REQUEST) {
        response.setHeader(HEADER, MDC.get(KEY));
        serve(request, response, chain);
      } else {
        chain.doFilter(request, response);
      }
    } finally {
      MDC.remove(KEY);
    }
  }

  /** Ours, whatever the request brings along; the same one when an error page is rendered. */
  private static String idOf(HttpServletRequest request) {
    if (request.getAttribute(RequestLog.class.getName()) instanceof String known) {
      return known;
    }
    var id = Secrets.random(ALPHABET, 12);
    request.setAttribute(RequestLog.class.getName(), id);
    return id;
  }

  private static void serve(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var start = System.nanoTime();
    var answered = false;
    try {
      chain.doFilter(request, response);
      answered = true;
    } finally {
      var status = answered ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
      log(request, status, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }
  }

  private static void log(HttpServletRequest request, int status, long milliseconds) {
    var route =
        Objects.requireNonNullElse(
            request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE), "-");
    ACCESS
        .atInfo()
        .addKeyValue("method", request.getMethod())
        .addKeyValue("route", route)
        .addKeyValue("status", status)
        .addKeyValue("ms", milliseconds)
        .log("{} {} {} {} ms", request.getMethod(), route, status, milliseconds);
  }
}
