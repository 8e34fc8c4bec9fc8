package vn.ansinh.portal.adjusting;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.CodeState;
import vn.ansinh.accounts.Sending;
import vn.ansinh.adjusting.AdjustmentHandIns;
import vn.ansinh.adjusting.AwaitedAdjustment;
import vn.ansinh.adjusting.ConfirmingAdjustment;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.CodeClock;
import vn.ansinh.portal.CodeWords;
import vn.ansinh.portal.Devices;
import vn.ansinh.portal.Masked;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** Xác thực: the code is typed, and the request goes to the office. */
@Controller
class AdjustCodePages {

  static final String AT = AdjustingPages.PATH + "/code";
  private static final String TEMPLATE = "portal/adjusting/code";
  private static final String OVER = AdjustingPages.PATH + "?notice=over";

  private final AdjustmentHandIns handIns;
  private final Clock clock;

  AdjustCodePages(AdjustmentHandIns handIns, Clock clock) {
    this.handIns = handIns;
    this.clock = clock;
  }

  @GetMapping(AT)
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return page(session, null, Problems.NONE, chrome)
        .map(it -> Answers.page(TEMPLATE, it))
        .orElseGet(() -> Answers.seeOther(OVER));
  }

  @PostMapping(AT)
  ModelAndView confirm(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    if (code.isBlank()) {
      return wrong(session, chrome.t("registration.code.problem.EMPTY"), chrome);
    }
    return switch (handIns.confirm(session, code)) {
      case ConfirmingAdjustment.Submitted _ ->
          Answers.seeOther(AdjustingPages.PATH + "?notice=sent");
      case ConfirmingAdjustment.NotYet(var why) ->
          wrong(session, CodeWords.of(why, chrome), chrome);
      case ConfirmingAdjustment.Gone _ -> Answers.seeOther(OVER);
    };
  }

  @PostMapping(AT + "/sending")
  ModelAndView send(
      @AuthenticationPrincipal CitizenSession session,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return handIns
        .sendAgain(session, chrome.locale(), Devices.of(request).network())
        .map(it -> it instanceof Sending.Sent ? Answers.seeOther(AT) : refused(session, it, chrome))
        .orElseGet(() -> Answers.seeOther(OVER));
  }

  /** Asked by the page until the code has been handed over, when its five minutes begin. */
  @GetMapping(AT + "/state")
  ResponseEntity<Map<String, Object>> state(@AuthenticationPrincipal CitizenSession session) {
    boolean handedOver =
        handIns
            .awaited(session)
            .flatMap(AwaitedAdjustment::code)
            .map(CodeState::handedOffAt)
            .isPresent();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(Map.of("handedOver", handedOver));
  }

  private ModelAndView refused(CitizenSession session, Sending why, Chrome chrome) {
    var sentence =
        switch (why) {
          case Sending.TooSoon(var from) ->
              chrome.t("registration.code.tooSoon", VietnamTime.showTime(from));
          case Sending.BudgetSpent(var from) ->
              chrome.t("adjusting.budget", VietnamTime.showTime(from));
          case Sending.Sent _ -> throw new IllegalArgumentException("sent is not refused");
        };
    return page(session, sentence, Problems.NONE, chrome)
        .map(it -> Answers.unprocessable(TEMPLATE, it))
        .orElseGet(() -> Answers.seeOther(OVER));
  }

  private ModelAndView wrong(CitizenSession session, String sentence, Chrome chrome) {
    return page(session, null, new Problems().add("code", sentence), chrome)
        .map(it -> Answers.unprocessable(TEMPLATE, it))
        .orElseGet(() -> Answers.seeOther(OVER));
  }

  private Optional<AdjustCodePage> page(
      CitizenSession session, @Nullable String refused, Problems problems, Chrome chrome) {
    return handIns
        .awaited(session)
        .map(
            it ->
                new AdjustCodePage(
                    AdjustingWizard.at(AdjustingWizard.Step.CODE, chrome),
                    it.sentTo().channel() == Channel.EMAIL,
                    Masked.of(it.sentTo()),
                    CodeClock.of(it.code(), clock.instant()),
                    refused,
                    problems));
  }
}
