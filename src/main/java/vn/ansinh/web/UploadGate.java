package vn.ansinh.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets uploads in only as far as memory reaches. Photos of identity papers are never spooled to
 * disk in the clear, so each upload under way lies in memory, at whatever address it was sent and
 * before anybody has looked who sends it. Together they may announce an eighth of the heap (each is
 * copied while it is judged); who finds no room in three seconds is asked to come again. Runs
 * before whatever reads parameters.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class UploadGate extends OncePerRequestFilter {

  private static final int KILOBYTE = 1024;
  private static final long LEAST_ROOM = 32L * KILOBYTE;
  private static final int LONGEST_WAIT_SECONDS = 3;

  private final int largest;
  private final Semaphore room;

  @Autowired
  UploadGate(@Value("${spring.servlet.multipart.max-request-size}") DataSize largest) {
    this(
        Math.max(LEAST_ROOM, Runtime.getRuntime().maxMemory() / 8 / KILOBYTE),
        largest.toKilobytes());
  }

  /** Both in kilobytes. */
  UploadGate(long room, long largest) {
    this.room = new Semaphore((int) Math.min(Integer.MAX_VALUE, room), true);
    this.largest = (int) Math.min(room, largest);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var type = request.getContentType();
    return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var length = request.getContentLengthLong();
    if (length < 0) {
      response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
      return;
    }
    // What is longer than the largest is refused by its announced length, unread.
    int needed = (int) Math.min(largest, length / KILOBYTE + 1);
    if (!enters(needed)) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      room.release(needed);
    }
  }

  private boolean enters(int needed) {
    try {
      return room.tryAcquire(needed, LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
