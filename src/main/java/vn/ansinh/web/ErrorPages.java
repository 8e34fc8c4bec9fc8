package vn.ansinh.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.slf4j.MDC;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Every error in words: what happened, that nothing was lost, what to do, and a number to tell the
 * help desk.
 */
@Controller
class ErrorPages implements ErrorController {

  @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
  ModelAndView page(HttpServletRequest request) {
    var status = statusOf(request);
    return Answers.status(
        status, "web/error", new ErrorPage(status.value(), kind(request, status), reference()));
  }

  @RequestMapping(path = "/error")
  ResponseEntity<Map<String, Object>> data(HttpServletRequest request) {
    var status = statusOf(request);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            Map.of(
                "type",
                "about:blank",
                "title",
                status.getReasonPhrase(),
                "status",
                status.value()));
  }

  private static HttpStatus statusOf(HttpServletRequest request) {
    var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
    return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
  }

  private static String kind(HttpServletRequest request, HttpStatus status) {
    return request.getAttribute(UnshowableAdvice.KIND) instanceof String named
        ? named
        : kind(status);
  }

  private static String kind(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND, METHOD_NOT_ALLOWED -> "notFound";
      case FORBIDDEN, UNAUTHORIZED -> "forbidden";
      case CONTENT_TOO_LARGE -> "tooLarge";
      case TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE -> "busy";
      case BAD_REQUEST,
          LENGTH_REQUIRED,
          UNSUPPORTED_MEDIA_TYPE,
          UNPROCESSABLE_CONTENT,
          NOT_ACCEPTABLE ->
          "badRequest";
      default -> "broken";
    };
  }

  private static String reference() {
    var request = MDC.get("request");
    return request == null ? "" : request;
  }
}
