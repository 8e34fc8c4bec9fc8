package vn.ansinh.portal.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.factors.Authenticators;
import vn.ansinh.portal.PortalCookies;
import vn.ansinh.totp.AppKey;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;
import vn.ansinh.web.QrPicture;

/** Adding an authenticator app: the password, the picture to scan, its first code. */
@Controller
class AppPages {

  private static final String NEW = FactorPages.LIST + "/apps/new";
  private static final String SETUP = NEW + "/code";
  private static final String OVER = FactorPages.LIST + "?notice=over-apps";
  private static final String ASK_TEMPLATE = "portal/factors/newapp";
  private static final String SETUP_TEMPLATE = "portal/factors/app";

  private final Authenticators authenticators;
  private final PortalCookies cookies;

  AppPages(Authenticators authenticators, PortalCookies cookies) {
    this.authenticators = authenticators;
    this.cookies = cookies;
  }

  @GetMapping(NEW)
  ModelAndView ask() {
    return Answers.page(ASK_TEMPLATE, new AddingPage(Problems.NONE));
  }

  @PostMapping(NEW)
  ModelAndView offer(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String inUse,
      HttpServletRequest request,
      HttpServletResponse response,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    if (inUse.isEmpty()) {
      return PasswordAnswers.missing(chrome, ASK_TEMPLATE, AddingPage::new);
    }
    return switch (authenticators.offer(session, inUse, cookies.device(request))) {
      case Reauthenticated.Done<Boolean>(var offered) ->
          Answers.seeOther(offered ? SETUP : FactorPages.LIST + "?notice=full-apps");
      case Reauthenticated<Boolean> why ->
          PasswordAnswers.refused(why, chrome, response, ASK_TEMPLATE, AddingPage::new);
    };
  }

  @GetMapping(SETUP)
  ModelAndView setUp(@AuthenticationPrincipal CitizenSession session) {
    return authenticators
        .offered(session)
        .map(it -> Answers.page(SETUP_TEMPLATE, page(it, "", Problems.NONE)))
        .orElseGet(() -> Answers.seeOther(OVER));
  }

  /** Drawn here, so that the key never leaves this server for a picture. */
  @GetMapping(path = NEW + "/qr", produces = "image/svg+xml")
  ResponseEntity<String> qr(@AuthenticationPrincipal CitizenSession session) {
    return authenticators
        .offered(session)
        .map(
            it ->
                ResponseEntity.ok()
                    .contentType(MediaType.valueOf("image/svg+xml"))
                    .cacheControl(CacheControl.noStore())
                    .header("Content-Security-Policy", "default-src 'none'; sandbox")
                    .body(QrPicture.svg(it.uri())))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @PostMapping(SETUP)
  ModelAndView confirm(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var problems = new Problems();
    var plain = FactorName.plain(name);
    if (plain.isEmpty()) {
      problems.add("name", chrome.t("factors.name.problem"));
    }
    if (code.isBlank()) {
      problems.add("code", chrome.t("factors.app.code.empty"));
    }
    if (problems.any()) {
      return again(session, name, problems);
    }
    return switch (authenticators.confirm(session, plain, code)) {
      case ADDED -> Answers.seeOther(FactorPages.LIST + "?notice=added-apps");
      case WRONG -> again(session, name, problems.add("code", chrome.t("factors.app.code.wrong")));
      case OVER -> Answers.seeOther(OVER);
    };
  }

  private ModelAndView again(CitizenSession session, String name, Problems problems) {
    return authenticators
        .offered(session)
        .map(it -> Answers.unprocessable(SETUP_TEMPLATE, page(it, name, problems)))
        .orElseGet(() -> Answers.seeOther(OVER));
  }

  private static AppPage page(AppKey key, String name, Problems problems) {
    return new AppPage(key.grouped(), name, problems);
  }
}
