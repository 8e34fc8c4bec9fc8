package vn.ansinh.portal.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.registration.Draft;
import vn.ansinh.registration.Drafts;
import vn.ansinh.registration.Step;
import vn.ansinh.web.Answers;

/** What to have at hand, a new draft, and the way back to one begun earlier. */
@Controller
class StartPages {

  private final Drafts drafts;
  private final DraftCookie cookie;
  private final WizardBudgets budgets;

  StartPages(Drafts drafts, DraftCookie cookie, WizardBudgets budgets) {
    this.drafts = drafts;
    this.cookie = cookie;
    this.budgets = budgets;
  }

  @GetMapping("/registration")
  ModelAndView start(HttpServletRequest request) {
    var unfinished = cookie.read(request).flatMap(this::unfinished);
    return Answers.page(
        "portal/registration/start",
        new StartPage(
            unfinished.isPresent(),
            unfinished.map(it -> Wizard.path(it.content().step())).orElse(null)));
  }

  @PostMapping("/registration")
  ModelAndView begin(HttpServletRequest request, HttpServletResponse response) {
    budgets.beginDraft(request);
    var draft = drafts.start();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.holding(draft.secret()));
    return Answers.seeOther(Wizard.path(Step.KIND));
  }

  /**
   * The private link. It asks before it takes the browser to the draft, so that nobody is led into
   * somebody else's draft by following a link.
   */
  @GetMapping("/registration/resume/{secret}")
  ModelAndView resume(@PathVariable String secret) {
    return unfinished(secret).isPresent()
        ? Answers.page("portal/registration/resume", new ResumePage(secret))
        : gone();
  }

  @PostMapping("/registration/resume")
  ModelAndView resumed(@RequestParam String secret, HttpServletResponse response) {
    var draft = unfinished(secret);
    if (draft.isEmpty()) {
      return gone();
    }
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.holding(secret));
    return Answers.seeOther(Wizard.path(draft.get().content().step()));
  }

  private Optional<Draft> unfinished(String secret) {
    return drafts.find(secret).filter(it -> it.submittedAs() == null);
  }

  private static ModelAndView gone() {
    var gone = new ModelAndView("portal/registration/gone");
    gone.setStatus(HttpStatus.NOT_FOUND);
    return gone;
  }
}
