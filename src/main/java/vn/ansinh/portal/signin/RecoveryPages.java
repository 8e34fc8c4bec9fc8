package vn.ansinh.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.Recoveries;
import vn.ansinh.accounts.Recovering;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.PortalCookies;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** Forgotten passwords: one answer for everybody, whether the number and the contact fit or not. */
@Controller
class RecoveryPages {

  static final String ASK = "/sign-in/recovery";
  private static final String CODE = ASK + "/code";
  static final String ASK_TEMPLATE = "portal/signin/recovery";
  private static final String CODE_TEMPLATE = "portal/signin/recoverycode";

  private final Recoveries recoveries;
  private final PortalCookies cookies;

  RecoveryPages(Recoveries recoveries, PortalCookies cookies) {
    this.recoveries = recoveries;
    this.cookies = cookies;
  }

  @GetMapping(ASK)
  ModelAndView ask() {
    return Answers.page(ASK_TEMPLATE, page(RecoveryForm.EMPTY, Problems.NONE));
  }

  @PostMapping(ASK)
  ModelAndView begin(
      RecoveryForm form,
      HttpServletRequest request,
      HttpServletResponse response,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var problems = new Problems();
    var to = form.to();
    if (!form.isNumber()) {
      problems.add("userName", chrome.t("signin.recovery.problem.userName"));
    }
    if (to.isEmpty()) {
      problems.add("contact", chrome.t("signin.recovery.problem.contact"));
    }
    if (problems.any()) {
      return Answers.unprocessable(ASK_TEMPLATE, page(form, problems));
    }
    var device = cookies.device(request);
    return switch (recoveries.begin(form.typedName(), to.orElseThrow(), device)) {
      case Recovering.Begun(var cookie) -> {
        response.addHeader(HttpHeaders.SET_COOKIE, cookies.setRecovery(cookie));
        yield Answers.seeOther(CODE);
      }
      case Recovering.TooMany(var until) -> {
        problems.add("userName", chrome.t("signin.recovery.tooMany", VietnamTime.show(until)));
        yield Answers.status(HttpStatus.TOO_MANY_REQUESTS, ASK_TEMPLATE, page(form, problems));
      }
    };
  }

  @GetMapping(CODE)
  ModelAndView code(HttpServletRequest request) {
    return isOpen(request)
        ? Answers.page(CODE_TEMPLATE, new RecoveryCodePage(Problems.NONE))
        : Answers.seeOther(ASK);
  }

  @PostMapping(CODE)
  ModelAndView redeem(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String printed,
      HttpServletRequest request,
      HttpServletResponse response,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    if (!isOpen(request)) {
      return Answers.seeOther(ASK);
    }
    var field = printed.isBlank() ? "code" : "printed";
    var typed = printed.isBlank() ? code : printed;
    if (typed.isBlank()) {
      return wrong(field, chrome.t("signin.code.empty"));
    }
    var ticket = recoveries.redeem(cookies.recovery(request).orElse(""), typed);
    if (ticket.isEmpty()) {
      return wrong(field, chrome.t("signin.recovery.wrong"));
    }
    response.addHeader(HttpHeaders.SET_COOKIE, cookies.clearRecovery());
    response.addHeader(HttpHeaders.SET_COOKIE, cookies.setTicket(ticket.get()));
    return Answers.seeOther("/first-password");
  }

  private boolean isOpen(HttpServletRequest request) {
    return cookies.recovery(request).filter(recoveries::isOpen).isPresent();
  }

  private static ModelAndView wrong(String field, String sentence) {
    return Answers.unprocessable(
        CODE_TEMPLATE, new RecoveryCodePage(new Problems().add(field, sentence)));
  }

  private static RecoveryPage page(RecoveryForm form, Problems problems) {
    return new RecoveryPage(form.typedName(), form.typedContact(), false, problems);
  }
}
