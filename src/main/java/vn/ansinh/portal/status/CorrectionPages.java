package vn.ansinh.portal.status;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.portal.registration.DraftCookie;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.Drafts;
import vn.ansinh.web.Answers;

/**
 * A returned declaration becomes a draft with everything prefilled, opened at the page to read it
 * through.
 */
@Controller
class CorrectionPages {

  private final Declarations declarations;
  private final Drafts drafts;
  private final DraftCookie cookie;
  private final StatusBudgets budgets;

  CorrectionPages(
      Declarations declarations, Drafts drafts, DraftCookie cookie, StatusBudgets budgets) {
    this.declarations = declarations;
    this.drafts = drafts;
    this.cookie = cookie;
    this.budgets = budgets;
  }

  @PostMapping("/status/{secret}/correction")
  ModelAndView correct(@PathVariable String secret, HttpServletResponse response) {
    var declaration =
        declarations
            .byStatusSecret(secret)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    budgets.act(declaration);
    var draft = drafts.correct(declaration.id());
    if (draft.isEmpty()) {
      return Answers.seeOther(StatusPages.at(secret) + "?notice=correction");
    }
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.holding(draft.get().secret()));
    return Answers.seeOther("/registration/review");
  }
}
