package vn.ansinh.portal.factors;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.portal.OwnPasswordWords;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** What is said when the own password was not accepted; for every page that asks for it. */
final class PasswordAnswers {

  private static final String FIELD = "inUse";

  /** The page again, with what to put right. */
  interface Again {
    Object page(Problems problems);
  }

  private PasswordAnswers() {}

  static ModelAndView missing(Chrome chrome, String template, Again again) {
    var problems = new Problems().add(FIELD, chrome.t("factors.password.empty"));
    return Answers.unprocessable(template, again.page(problems));
  }

  static ModelAndView refused(
      Reauthenticated<?> why,
      Chrome chrome,
      HttpServletResponse response,
      String template,
      Again again) {
    var status = OwnPasswordWords.status(why);
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
    }
    return answer(status, OwnPasswordWords.of(why, chrome), template, again);
  }

  private static ModelAndView answer(
      HttpStatus status, String sentence, String template, Again again) {
    return Answers.status(status, template, again.page(new Problems().add(FIELD, sentence)));
  }
}
