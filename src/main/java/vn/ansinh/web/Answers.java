package vn.ansinh.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The three answers of a page: shown, not accepted, go there. */
public final class Answers {

  private Answers() {}

  /** 200 with the template and its page record. */
  public static ModelAndView page(String template, Object page) {
    return new ModelAndView(template, "page", page);
  }

  /** 422: the same page again, with what to put right. */
  public static ModelAndView unprocessable(String template, Object page) {
    return status(HttpStatus.UNPROCESSABLE_CONTENT, template, page);
  }

  public static ModelAndView status(HttpStatus status, String template, Object page) {
    var answer = page(template, page);
    answer.setStatus(status);
    return answer;
  }

  /** 303: after every accepted POST, so that reloading does nothing twice. */
  public static ModelAndView seeOther(String path) {
    var redirect = new RedirectView(path);
    redirect.setStatusCode(HttpStatus.SEE_OTHER);
    redirect.setExposeModelAttributes(false);
    return new ModelAndView(redirect);
  }

  /** Lets a page of this site show the answer inside itself; for documents, never for pages. */
  public static void showInside(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", "frame-ancestors 'self'");
    response.setHeader("X-Frame-Options", "SAMEORIGIN");
  }
}
