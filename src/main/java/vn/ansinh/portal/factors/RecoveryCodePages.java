package vn.ansinh.portal.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.factors.RecoveryCodes;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.PortalCookies;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** Codes to print. The answer that makes them is the only one that shows them. */
@Controller
class RecoveryCodePages {

  private static final String PATH = FactorPages.LIST + "/recovery-codes";
  private static final String TEMPLATE = "portal/factors/codes";

  private final RecoveryCodes codes;
  private final PortalCookies cookies;
  private final Clock clock;

  RecoveryCodePages(RecoveryCodes codes, PortalCookies cookies, Clock clock) {
    this.codes = codes;
    this.cookies = cookies;
    this.clock = clock;
  }

  @GetMapping(PATH)
  ModelAndView ask(@AuthenticationPrincipal CitizenSession session) {
    return Answers.page(TEMPLATE, asking(session, Problems.NONE));
  }

  @PostMapping(PATH)
  ModelAndView make(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String inUse,
      HttpServletRequest request,
      HttpServletResponse response,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    if (inUse.isEmpty()) {
      return PasswordAnswers.missing(chrome, TEMPLATE, it -> asking(session, it));
    }
    return switch (codes.make(session, inUse, cookies.device(request))) {
      case Reauthenticated.Done<List<String>>(var made) ->
          Answers.page(
              TEMPLATE,
              new CodesPage(made, VietnamTime.show(clock.instant()), true, Problems.NONE));
      case Reauthenticated<List<String>> why ->
          PasswordAnswers.refused(why, chrome, response, TEMPLATE, it -> asking(session, it));
    };
  }

  private CodesPage asking(CitizenSession session, Problems problems) {
    return CodesPage.asking(codes.left(session).isPresent(), problems);
  }
}
