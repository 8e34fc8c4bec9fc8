package vn.ansinh.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import vn.ansinh.platform.Unshowable;

/** A damaged picture is told as that, in other words to whom it belongs than to an officer. */
@Order(0)
@ControllerAdvice
class UnshowableAdvice {

  /** Of the request: which words the error page has, instead of those of the status. */
  static final String KIND = "ansinh.error.kind";

  private static final Logger LOG = LoggerFactory.getLogger(UnshowableAdvice.class);

  @ExceptionHandler
  void unshowable(Unshowable why, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LOG.error("{}", why.getMessage());
    request.setAttribute(
        KIND, request.getRequestURI().startsWith("/console") ? "damagedDesk" : "damaged");
    response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
  }
}
