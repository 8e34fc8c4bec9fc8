package vn.ansinh.portal.stopping;

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
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.CodeClock;
import vn.ansinh.portal.CodeWords;
import vn.ansinh.portal.Devices;
import vn.ansinh.portal.Masked;
import vn.ansinh.stopping.AwaitedStop;
import vn.ansinh.stopping.ConfirmingStop;
import vn.ansinh.stopping.Stoppings;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** The code that makes the declaration. */
@Controller
class StopCodePages {

  static final String PATH = StoppingPages.PATH + "/code";
  private static final String TEMPLATE = "portal/stopping/code";
  private static final String NOT_MAILED = "not-mailed";
  private static final String OVER = StoppingPages.PATH + "?notice=over";

  private final Stoppings stoppings;
  private final Clock clock;

  StopCodePages(Stoppings stoppings, Clock clock) {
    this.stoppings = stoppings;
    this.clock = clock;
  }

  @GetMapping(PATH)
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String notice,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var said = notice.equals(NOT_MAILED) ? chrome.t("stopping.notMailed") : null;
    return page(session, said, Problems.NONE)
        .map(it -> Answers.page(TEMPLATE, it))
        .orElseGet(() -> Answers.seeOther(OVER));
  }

  @PostMapping(PATH)
  ModelAndView confirm(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    if (code.isBlank()) {
      return wrong(session, chrome.t("registration.code.problem.EMPTY"));
    }
    return switch (stoppings.confirm(session, code)) {
      case ConfirmingStop.Declared _ -> Answers.seeOther(StoppingPages.PATH);
      case ConfirmingStop.NotYet(var why) -> wrong(session, CodeWords.of(why, chrome));
      case ConfirmingStop.Gone _ -> Answers.seeOther(OVER);
    };
  }

  @PostMapping(PATH + "/sending")
  ModelAndView send(
      @AuthenticationPrincipal CitizenSession session,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return stoppings
        .sendAgain(session, chrome.locale(), Devices.of(request).network())
        .map(it -> sent(session, it, true, chrome))
        .orElseGet(() -> Answers.seeOther(OVER));
  }

  /** Asked by the page until the code has been handed over, when its five minutes begin. */
  @GetMapping(PATH + "/state")
  ResponseEntity<Map<String, Object>> state(@AuthenticationPrincipal CitizenSession session) {
    boolean handedOver =
        stoppings
            .awaited(session)
            .flatMap(AwaitedStop::code)
            .map(CodeState::handedOffAt)
            .isPresent();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(Map.of("handedOver", handedOver));
  }

  /**
   * @param mailed false when the form was wanted by e-mail and will not come
   */
  ModelAndView sent(CitizenSession session, Sending sending, boolean mailed, Chrome chrome) {
    if (sending instanceof Sending.Sent) {
      return Answers.seeOther(mailed ? PATH : PATH + "?notice=" + NOT_MAILED);
    }
    var why = sentence(sending, chrome);
    return refused(session, mailed ? why : why + " " + chrome.t("stopping.notMailed"));
  }

  private ModelAndView refused(CitizenSession session, String why) {
    return page(session, why, Problems.NONE)
        .map(it -> Answers.unprocessable(TEMPLATE, it))
        .orElseGet(() -> Answers.seeOther(OVER));
  }

  /** Why no code left. */
  private static String sentence(Sending sending, Chrome chrome) {
    return switch (sending) {
      case Sending.TooSoon(var from) ->
          chrome.t("registration.code.tooSoon", VietnamTime.showTime(from));
      case Sending.BudgetSpent(var from) -> chrome.t("stopping.budget", VietnamTime.showTime(from));
      case Sending.Sent _ -> throw new IllegalArgumentException("sent is not refused");
    };
  }

  private ModelAndView wrong(CitizenSession session, String sentence) {
    return page(session, null, new Problems().add("code", sentence))
        .map(it -> Answers.unprocessable(TEMPLATE, it))
        .orElseGet(() -> Answers.seeOther(OVER));
  }

  private Optional<StopCodePage> page(
      CitizenSession session, @Nullable String refused, Problems problems) {
    return stoppings
        .awaited(session)
        .map(
            it ->
                new StopCodePage(
                    it.sentTo().channel() == Channel.EMAIL,
                    Masked.of(it.sentTo()),
                    CodeClock.of(it.code(), clock.instant()),
                    refused,
                    problems));
  }
}
