package vn.ansinh.portal.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.factors.Passkeys;
import vn.ansinh.portal.PortalCookies;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** Adding a passkey: the password, then the browser asks for finger, face or number. */
@Controller
class PasskeyPages {

  private static final String NEW = FactorPages.LIST + "/passkeys/new";
  private static final String KEY = NEW + "/key";
  private static final String OVER = FactorPages.LIST + "?notice=over-passkeys";
  private static final String ASK_TEMPLATE = "portal/factors/newpasskey";
  private static final String KEY_TEMPLATE = "portal/factors/passkey";

  private final Passkeys passkeys;
  private final PortalCookies cookies;

  PasskeyPages(Passkeys passkeys, PortalCookies cookies) {
    this.passkeys = passkeys;
    this.cookies = cookies;
  }

  @GetMapping(NEW)
  ModelAndView ask() {
    return Answers.page(ASK_TEMPLATE, new AddingPage(Problems.NONE));
  }

  @PostMapping(NEW)
  ModelAndView begin(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String inUse,
      HttpServletRequest request,
      HttpServletResponse response,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    if (inUse.isEmpty()) {
      return PasswordAnswers.missing(chrome, ASK_TEMPLATE, AddingPage::new);
    }
    return switch (passkeys.begin(session, inUse, cookies.device(request))) {
      case Reauthenticated.Done<Optional<String>>(var begun) -> {
        begun.ifPresent(it -> response.addHeader(HttpHeaders.SET_COOKIE, cookies.setPasskey(it)));
        yield Answers.seeOther(
            begun.isPresent() ? KEY : FactorPages.LIST + "?notice=full-passkeys");
      }
      case Reauthenticated<Optional<String>> why ->
          PasswordAnswers.refused(why, chrome, response, ASK_TEMPLATE, AddingPage::new);
    };
  }

  @GetMapping(KEY)
  ModelAndView key(@AuthenticationPrincipal CitizenSession session, HttpServletRequest request) {
    return page(session, request, cookies.device(request).name(), Problems.NONE)
        .map(it -> Answers.page(KEY_TEMPLATE, it))
        .orElseGet(() -> Answers.seeOther(OVER));
  }

  @PostMapping(KEY)
  ModelAndView add(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String credential,
      HttpServletRequest request,
      HttpServletResponse response,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var plain = FactorName.plain(name);
    if (plain.isEmpty()) {
      var problems = new Problems().add("name", chrome.t("factors.name.problem"));
      return page(session, request, name, problems)
          .map(it -> Answers.unprocessable(KEY_TEMPLATE, it))
          .orElseGet(() -> Answers.seeOther(OVER));
    }
    var cookie = cookies.passkey(request).orElse("");
    response.addHeader(HttpHeaders.SET_COOKIE, cookies.clearPasskey());
    return switch (passkeys.add(session, cookie, plain, credential)) {
      case ADDED -> Answers.seeOther(FactorPages.LIST + "?notice=added-passkeys");
      case REFUSED -> Answers.seeOther(FactorPages.LIST + "?notice=refused-passkeys");
      case OVER -> Answers.seeOther(OVER);
    };
  }

  private Optional<PasskeyPage> page(
      CitizenSession session, HttpServletRequest request, String name, Problems problems) {
    return cookies
        .passkey(request)
        .flatMap(it -> passkeys.offered(session, it))
        .map(it -> new PasskeyPage(it, name, problems));
  }
}
