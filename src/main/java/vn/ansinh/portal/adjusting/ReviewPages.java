package vn.ansinh.portal.adjusting;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Sending;
import vn.ansinh.adjusting.Adjustment;
import vn.ansinh.adjusting.AdjustmentField;
import vn.ansinh.adjusting.AdjustmentHandIns;
import vn.ansinh.adjusting.Adjustments;
import vn.ansinh.adjusting.AskingToAdjust;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.PortalCookies;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** Xem lại: read through, committed to, the password shown, and a code is sent. */
@Controller
class ReviewPages {

  private static final String AT = AdjustingPages.PATH + "/review";
  private static final String TEMPLATE = "portal/adjusting/review";

  private final Adjustments adjustments;
  private final AdjustmentHandIns handIns;
  private final OpenRequest open;
  private final AdjustingWords words;
  private final PortalCookies cookies;

  ReviewPages(
      Adjustments adjustments,
      AdjustmentHandIns handIns,
      OpenRequest open,
      AdjustingWords words,
      PortalCookies cookies) {
    this.adjustments = adjustments;
    this.handIns = handIns;
    this.open = open;
    this.words = words;
    this.cookies = cookies;
  }

  @GetMapping(AT)
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return open.with(session, it -> Answers.page(TEMPLATE, page(it, null, Problems.NONE, chrome)));
  }

  @PostMapping(AT)
  ModelAndView send(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String go,
      @RequestParam(defaultValue = "false") boolean commit,
      @RequestParam(defaultValue = "") String inUse,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return open.with(
        session,
        it -> {
          if (go.equals("back")) {
            return Answers.seeOther(AdjustingWizard.Step.EVIDENCE.path());
          }
          var problems = words.everywhere(adjustments.problems(it), chrome);
          if (!commit) {
            problems.add("commit", chrome.t("registration.review.commit.problem"));
          }
          if (inUse.isEmpty()) {
            problems.add("inUse", chrome.t("adjusting.problem.password.empty"));
          }
          return problems.any()
              ? Answers.unprocessable(TEMPLATE, page(it, null, problems, chrome))
              : begun(session, it, inUse, request, chrome);
        });
  }

  private ModelAndView begun(
      CitizenSession session,
      Adjustment adjustment,
      String password,
      HttpServletRequest request,
      Chrome chrome) {
    var device = cookies.device(request);
    return switch (handIns.begin(session, password, device, chrome.locale())) {
      case AskingToAdjust.Begun(Sending.Sent _) ->
          Answers.seeOther(AdjustingWizard.Step.CODE.path());
      case AskingToAdjust.Begun(Sending.TooSoon _) ->
          Answers.seeOther(AdjustingWizard.Step.CODE.path());
      case AskingToAdjust.Begun(Sending.BudgetSpent(var from)) ->
          refused(adjustment, "adjusting.budget", VietnamTime.showTime(from), chrome);
      case AskingToAdjust.NotThePassword(var left) ->
          again(
              adjustment,
              new Problems().add("inUse", chrome.t("adjusting.problem.password", left)),
              chrome);
      case AskingToAdjust.Incomplete(var problems) ->
          again(adjustment, words.everywhere(problems, chrome), chrome);
      case AskingToAdjust.Unreachable _ ->
          refused(adjustment, "stopping.problem.unreachable", "", chrome);
      case AskingToAdjust.TooMany(var until) ->
          refused(adjustment, "adjusting.problem.tooMany", VietnamTime.show(until), chrome);
      case AskingToAdjust.Busy _ -> refused(adjustment, "adjusting.problem.busy", "", chrome);
      case AskingToAdjust.Gone _ -> Answers.seeOther(AdjustingPages.PATH + "?notice=over");
    };
  }

  private ModelAndView refused(Adjustment adjustment, String key, String fact, Chrome chrome) {
    return Answers.unprocessable(
        TEMPLATE, page(adjustment, chrome.t(key, fact), Problems.NONE, chrome));
  }

  private ModelAndView again(Adjustment adjustment, Problems problems, Chrome chrome) {
    return Answers.unprocessable(TEMPLATE, page(adjustment, null, problems, chrome));
  }

  private ReviewPage page(
      Adjustment adjustment, @Nullable String refused, Problems problems, Chrome chrome) {
    var form = OpenRequest.form(adjustment);
    var reason = "adjusting.reason." + form.typed(AdjustmentField.REASON);
    return new ReviewPage(
        AdjustingWizard.at(AdjustingWizard.Step.REVIEW, chrome),
        words.changes(
            adjustments.register(adjustment.person()), adjustments.wanted(adjustment), chrome),
        BirthDate.parse(form.typed(AdjustmentField.EFFECTIVE_ON)).map(BirthDate::text).orElse(""),
        chrome.has(reason) ? chrome.t(reason) : "",
        form.typed(AdjustmentField.NOTE),
        adjustment.pictures().ids().size(),
        refused,
        problems);
  }
}
