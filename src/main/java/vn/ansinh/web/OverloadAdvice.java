package vn.ansinh.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import vn.ansinh.platform.Overloaded;

/** Costly work that finds no place in time is asked to come again, not told of a fault. */
@Order(0)
@ControllerAdvice
class OverloadAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(OverloadAdvice.class);
  private static final String SECONDS = "10";

  @ExceptionHandler
  void overloaded(Overloaded why, HttpServletResponse response) throws IOException {
    LOG.warn("{}", why.getMessage());
    response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
    response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
  }
}
