package vn.ansinh.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.Arriving;
import vn.ansinh.accounts.AwaitedCode;
import vn.ansinh.accounts.NewDevices;
import vn.ansinh.accounts.SecondFactors.Kind;
import vn.ansinh.accounts.StandIn;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.CodeWords;
import vn.ansinh.portal.PortalCookies;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/**
 * A new device lets itself in by an app's code or a printed one. Shown only after the right
 * password, so what a person has tells nobody else anything.
 */
@Controller
class InsteadPages {

  private static final String PATH = ArrivalPages.CODE + "/{kind:app|printed}";
  private static final String TEMPLATE = "portal/signin/instead";

  private final NewDevices newDevices;
  private final PortalCookies cookies;

  InsteadPages(NewDevices newDevices, PortalCookies cookies) {
    this.newDevices = newDevices;
    this.cookies = cookies;
  }

  static String word(Kind kind) {
    return switch (kind) {
      case APP -> "app";
      case RECOVERY_CODE -> "printed";
    };
  }

  @GetMapping(PATH)
  ModelAndView show(@PathVariable String kind, HttpServletRequest request) {
    return awaited(request, kind)
        .map(it -> Answers.page(TEMPLATE, page(kind, it, Problems.NONE)))
        .orElseGet(() -> Answers.seeOther(ArrivalPages.CODE));
  }

  @PostMapping(PATH)
  ModelAndView redeem(
      @PathVariable String kind,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    if (code.isBlank()) {
      return again(request, kind, HttpStatus.UNPROCESSABLE_CONTENT, words(kind, "empty", chrome));
    }
    var entry = cookies.entry(request).orElse("");
    return switch (newDevices.redeem(entry, kind(kind), code, cookies.device(request))) {
      case Arriving.Arrived(var session) -> {
        response.addHeader(HttpHeaders.SET_COOKIE, cookies.clearEntry());
        cookies.start(session, response);
        yield Answers.seeOther("/home");
      }
      case Arriving.Refused(var why) -> refused(why, request, kind, chrome);
      case Arriving.NotYet(var why) ->
          again(request, kind, HttpStatus.UNPROCESSABLE_CONTENT, CodeWords.of(why, chrome));
      case Arriving.Gone _ -> Answers.seeOther(ArrivalPages.OVER);
    };
  }

  private ModelAndView refused(
      StandIn why, HttpServletRequest request, String kind, Chrome chrome) {
    return switch (why) {
      case StandIn.Wrong(var left) ->
          again(
              request,
              kind,
              HttpStatus.UNPROCESSABLE_CONTENT,
              chrome.t("signin.instead.wrong." + kind, left));
      case StandIn.Used _ ->
          again(
              request, kind, HttpStatus.UNPROCESSABLE_CONTENT, chrome.t("staff.signin.code.used"));
      case StandIn.Resting _ -> Answers.seeOther(ArrivalPages.CODE);
      case StandIn.TooMany(var until) ->
          again(
              request,
              kind,
              HttpStatus.TOO_MANY_REQUESTS,
              chrome.t("signin.instead.tooMany", VietnamTime.showTime(until)));
      case StandIn.Accepted _ -> throw new IllegalStateException("accepted is not refused");
    };
  }

  private ModelAndView again(
      HttpServletRequest request, String kind, HttpStatus status, String sentence) {
    return awaited(request, kind)
        .map(
            it ->
                Answers.status(
                    status, TEMPLATE, page(kind, it, new Problems().add("code", sentence))))
        .orElseGet(() -> Answers.seeOther(ArrivalPages.CODE));
  }

  private Optional<AwaitedCode> awaited(HttpServletRequest request, String kind) {
    return cookies
        .entry(request)
        .flatMap(it -> newDevices.awaited(it, cookies.device(request)))
        .filter(it -> it.instead().contains(kind(kind)));
  }

  private static InsteadPage page(String kind, AwaitedCode awaited, Problems problems) {
    var other =
        awaited.instead().stream()
            .map(InsteadPages::word)
            .filter(it -> !it.equals(kind))
            .findFirst()
            .orElse(null);
    return new InsteadPage(kind, other, problems);
  }

  private static String words(String kind, String what, Chrome chrome) {
    return chrome.t("signin.instead." + what + "." + kind);
  }

  private static Kind kind(String word) {
    return Arrays.stream(Kind.values())
        .filter(it -> word(it).equals(word))
        .findFirst()
        .orElseThrow();
  }
}
