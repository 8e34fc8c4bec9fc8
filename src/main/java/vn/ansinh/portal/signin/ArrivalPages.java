package vn.ansinh.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.Arriving;
import vn.ansinh.accounts.AwaitedCode;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.CodeState;
import vn.ansinh.accounts.NewDevices;
import vn.ansinh.accounts.Redeeming;
import vn.ansinh.accounts.Sending;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.CodeClock;
import vn.ansinh.portal.CodeWords;
import vn.ansinh.portal.Masked;
import vn.ansinh.portal.PortalCookies;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/**
 * Between the right password and home, on a device the account does not know or while another one
 * is signed in: the warning (requirement R14), then the code.
 */
@Controller
class ArrivalPages {

  static final String WARNING = "/sign-in/elsewhere";
  static final String CODE = "/sign-in/code";
  static final String OVER = "/sign-in?notice=code-over";

  private final NewDevices newDevices;
  private final PortalCookies cookies;
  private final Clock clock;

  ArrivalPages(NewDevices newDevices, PortalCookies cookies, Clock clock) {
    this.newDevices = newDevices;
    this.cookies = cookies;
    this.clock = clock;
  }

  @GetMapping(WARNING)
  ModelAndView warn(HttpServletRequest request) {
    var awaited = awaited(request);
    if (awaited.isEmpty()) {
      return Answers.seeOther(OVER);
    }
    return awaited
        .get()
        .elsewhere()
        .map(
            it ->
                Answers.page(
                    "portal/signin/elsewhere",
                    new ElsewherePage(it.name(), VietnamTime.show(it.lastSeenAt()))))
        .orElseGet(() -> Answers.seeOther(CODE));
  }

  /** Going on in spite of the warning; also sends the next code. */
  @PostMapping(CODE + "/sending")
  ModelAndView send(
      HttpServletRequest request, @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return sendTo(cookies.entry(request).orElse(""), request, chrome);
  }

  @GetMapping(CODE)
  ModelAndView show(
      HttpServletRequest request, @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return awaited(request)
        .map(it -> Answers.page(TEMPLATE, page(it, null, Problems.NONE)))
        .orElseGet(() -> Answers.seeOther(OVER));
  }

  @PostMapping(CODE)
  ModelAndView redeem(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var entry = cookies.entry(request).orElse("");
    if (code.isBlank()) {
      return wrong(request, chrome.t("signin.code.empty"));
    }
    return switch (newDevices.redeem(entry, code, cookies.device(request))) {
      case Arriving.Arrived(var session) -> {
        response.addHeader(HttpHeaders.SET_COOKIE, cookies.clearEntry());
        cookies.start(session, response);
        yield Answers.seeOther("/home");
      }
      case Arriving.NotYet(Redeeming.None _) ->
          wrong(request, chrome.t("registration.code.expired"));
      case Arriving.NotYet(var why) -> wrong(request, CodeWords.of(why, chrome));
      case Arriving.Refused _ -> throw new IllegalStateException("nothing else was typed");
      case Arriving.Gone _ -> Answers.seeOther(OVER);
    };
  }

  /** Asked by the page until the code has been handed over, when its five minutes begin. */
  @GetMapping(CODE + "/state")
  ResponseEntity<Map<String, Object>> state(HttpServletRequest request) {
    boolean handedOver =
        awaited(request)
            .flatMap(AwaitedCode::code)
            .filter(it -> it.handedOffAt() != null)
            .isPresent();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(Map.of("handedOver", handedOver));
  }

  /** The entry that counts for whoever signs in, it may be not for the first time. */
  String goOn(String newer, HttpServletRequest request) {
    return newDevices.goOn(cookies.entry(request).orElse(""), newer);
  }

  /** For the sign-in page, which has the value before the browser does. */
  ModelAndView sendTo(String entry, HttpServletRequest request, Chrome chrome) {
    var device = cookies.device(request);
    var sending = newDevices.send(entry, chrome.locale(), device.network());
    var awaited = newDevices.awaited(entry, device);
    if (sending.isEmpty() || awaited.isEmpty()) {
      return Answers.seeOther(OVER);
    }
    return switch (sending.get()) {
      case Sending.Sent _ -> Answers.seeOther(CODE);
      case Sending.TooSoon(var from) ->
          refused(awaited.get(), "registration.code.tooSoon", from, chrome);
      case Sending.BudgetSpent(var from) ->
          refused(awaited.get(), "registration.confirm.budget", from, chrome);
    };
  }

  private static final String TEMPLATE = "portal/signin/code";

  private Optional<AwaitedCode> awaited(HttpServletRequest request) {
    return cookies.entry(request).flatMap(it -> newDevices.awaited(it, cookies.device(request)));
  }

  private ModelAndView wrong(HttpServletRequest request, String sentence) {
    return awaited(request)
        .map(
            it ->
                Answers.unprocessable(
                    TEMPLATE, page(it, null, new Problems().add("code", sentence))))
        .orElseGet(() -> Answers.seeOther(OVER));
  }

  private ModelAndView refused(AwaitedCode awaited, String key, Instant from, Chrome chrome) {
    var sentence = chrome.t(key, VietnamTime.showTime(from));
    return Answers.unprocessable(TEMPLATE, page(awaited, sentence, Problems.NONE));
  }

  private ArrivalPage page(AwaitedCode awaited, @Nullable String refused, Problems problems) {
    return new ArrivalPage(
        awaited.to().channel() == Channel.EMAIL,
        Masked.of(awaited.to()),
        awaited.code().map(CodeState::digits).orElse(null),
        CodeClock.of(awaited.code(), clock.instant()),
        refused,
        awaited.instead().stream().map(InsteadPages::word).toList(),
        awaited.appsRest(),
        problems);
  }
}
