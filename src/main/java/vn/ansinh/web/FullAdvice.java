package vn.ansinh.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A database whose disk is full takes nothing in; what it holds is there, and it goes on later. */
@Order(0)
@ControllerAdvice
class FullAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(FullAdvice.class);

  /** PostgreSQL's {@code disk_full}. */
  private static final String DISK_FULL = "53100";

  @ExceptionHandler
  void full(DataAccessException why, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!isFull(why)) {
      throw why;
    }
    LOG.error("the disk of the database is full; nothing was taken in");
    request.setAttribute(UnshowableAdvice.KIND, "full");
    response.setHeader(HttpHeaders.RETRY_AFTER, "60");
    response.sendError(507);
  }

  private static boolean isFull(Throwable why) {
    for (var cause = why; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
