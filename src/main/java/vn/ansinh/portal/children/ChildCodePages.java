package vn.ansinh.portal.children;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Redeeming;
import vn.ansinh.accounts.Sending;
import vn.ansinh.guardianship.ChildApplication;
import vn.ansinh.guardianship.ChildHandIns;
import vn.ansinh.guardianship.ChildSubmission;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.CodeClock;
import vn.ansinh.portal.CodeWords;
import vn.ansinh.portal.Devices;
import vn.ansinh.portal.Masked;
import vn.ansinh.portal.children.ChildWizard.Step;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** Xác thực: the code sent to the guardian is typed, and the application goes to the office. */
@Controller
class ChildCodePages {

  private static final String TEMPLATE = "portal/children/code";

  private final ChildHandIns handIns;
  private final OpenApplication open;
  private final Clock clock;

  ChildCodePages(ChildHandIns handIns, OpenApplication open, Clock clock) {
    this.handIns = handIns;
    this.open = open;
    this.clock = clock;
  }

  @GetMapping("/home/children/applications/{id}/confirm")
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean resent,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return open.with(
        session,
        id,
        it -> {
          if (handIns.codeState(it.id()).isEmpty()) {
            return Answers.seeOther(ChildWizard.path(it.id(), Step.REVIEW));
          }
          var notice = resent ? chrome.t("registration.code.resent") : null;
          return Answers.page(TEMPLATE, page(it, notice, null, Problems.NONE, chrome));
        });
  }

  @PostMapping("/home/children/applications/{id}/confirm")
  ModelAndView submit(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var application = open.find(session, id);
    var typed = code.replaceAll("\\s", "");
    return switch (handIns.submit(session.person(), application.id(), typed)) {
      case ChildSubmission.Accepted(var accepted) -> Answers.seeOther(ChildWizard.path(accepted));
      case ChildSubmission.NotConfirmed(var why) ->
          why instanceof Redeeming.None && handIns.codeState(application.id()).isEmpty()
              ? Answers.seeOther(ChildWizard.path(application.id(), Step.REVIEW))
              : again(
                  application, null, new Problems().add("code", CodeWords.of(why, chrome)), chrome);
      case ChildSubmission.Incomplete _, ChildSubmission.NotConsented _ ->
          Answers.seeOther(ChildWizard.path(application.id(), Step.REVIEW));
      case ChildSubmission.AlreadyOpen _ ->
          again(application, "children.code.alreadyOpen", Problems.NONE, chrome);
      case ChildSubmission.AlreadyGuardian _ ->
          again(application, "children.code.alreadyGuardian", Problems.NONE, chrome);
      case ChildSubmission.TooMany _ ->
          again(application, "children.code.tooMany", Problems.NONE, chrome);
      case ChildSubmission.TooManyWaiting _ ->
          again(application, "children.code.tooManyWaiting", Problems.NONE, chrome);
      case ChildSubmission.Gone _ -> Answers.seeOther(ChildWizard.path(application.id()));
    };
  }

  @PostMapping("/home/children/applications/{id}/confirm/resend")
  ModelAndView resend(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable UUID id,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return open.with(
        session,
        id,
        it -> {
          var sending =
              handIns.sendCode(
                  it.guardian(), it.id(), chrome.locale(), Devices.of(request).network());
          if (sending.isEmpty()) {
            return Answers.seeOther(ChildWizard.path(it.id(), Step.REVIEW));
          }
          return switch (sending.get()) {
            case Sending.Sent _ ->
                Answers.seeOther(ChildWizard.path(it.id(), Step.CONFIRM) + "?resent=true");
            case Sending.TooSoon(var from) ->
                refused(it, "registration.code.tooSoon", VietnamTime.showTime(from), chrome);
            case Sending.BudgetSpent(var from) ->
                refused(it, "registration.confirm.budget", VietnamTime.showTime(from), chrome);
          };
        });
  }

  /** Asked by the page until the code has been handed over, when its five minutes begin. */
  @GetMapping("/home/children/applications/{id}/confirm/state")
  ResponseEntity<Map<String, Object>> state(
      @AuthenticationPrincipal CitizenSession session, @PathVariable UUID id) {
    var application = open.find(session, id);
    boolean handedOver =
        handIns.codeState(application.id()).filter(it -> it.handedOffAt() != null).isPresent();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(Map.of("handedOver", handedOver));
  }

  private ModelAndView again(
      ChildApplication application, @Nullable String key, Problems problems, Chrome chrome) {
    var sentence = key == null ? null : chrome.t(key);
    return Answers.unprocessable(TEMPLATE, page(application, null, sentence, problems, chrome));
  }

  private ModelAndView refused(
      ChildApplication application, String key, String time, Chrome chrome) {
    return Answers.unprocessable(
        TEMPLATE, page(application, null, chrome.t(key, time), Problems.NONE, chrome));
  }

  private ChildCodePage page(
      ChildApplication application,
      @Nullable String notice,
      @Nullable String refused,
      Problems problems,
      Chrome chrome) {
    var contact = handIns.contact(application.guardian());
    return new ChildCodePage(
        ChildWizard.at(Step.CONFIRM, application.id(), chrome),
        contact.filter(it -> it.channel() == Channel.EMAIL).isPresent(),
        contact.map(Masked::of).orElse(""),
        CodeClock.of(handIns.codeState(application.id()), clock.instant()),
        notice,
        refused,
        problems);
  }
}
