package vn.ansinh.portal.federation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.AwaitedCode;
import vn.ansinh.accounts.DeviceInUse;
import vn.ansinh.accounts.NewDevices;
import vn.ansinh.federation.Coming;
import vn.ansinh.federation.IdentitySignIn;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.PortalCookies;
import vn.ansinh.web.Answers;

/**
 * Between a provider's answer and home: the warning (requirement R14), and what the code is for.
 */
@Controller
class WaitingPages {

  static final String FIRST = "/sign-in/proved/first";
  static final String ELSEWHERE = "/sign-in/proved/elsewhere";
  static final String ARRIVAL = "/sign-in/proved/arrival";
  private static final String OVER = "/sign-in?notice=code-over";

  private final IdentitySignIn identities;
  private final NewDevices newDevices;
  private final PortalCookies cookies;

  WaitingPages(IdentitySignIn identities, NewDevices newDevices, PortalCookies cookies) {
    this.identities = identities;
    this.newDevices = newDevices;
    this.cookies = cookies;
  }

  @GetMapping(FIRST)
  ModelAndView first(HttpServletRequest request) {
    return page(request, true);
  }

  @GetMapping(ELSEWHERE)
  ModelAndView warn(HttpServletRequest request) {
    return page(request, false);
  }

  /** Going on in spite of the warning. */
  @PostMapping(ARRIVAL)
  ModelAndView arrive(HttpServletRequest request, HttpServletResponse response) {
    var entry = cookies.entry(request).orElse("");
    if (identities.arrive(entry, cookies.device(request)) instanceof Coming.SignedIn(var session)) {
      response.addHeader(HttpHeaders.SET_COOKIE, cookies.clearEntry());
      cookies.start(session, response);
      return Answers.seeOther("/home");
    }
    return Answers.seeOther(OVER);
  }

  private ModelAndView page(HttpServletRequest request, boolean first) {
    return cookies
        .entry(request)
        .flatMap(it -> newDevices.awaited(it, cookies.device(request)))
        .map(it -> Answers.page("portal/federation/waiting", page(it, first)))
        .orElseGet(() -> Answers.seeOther(OVER));
  }

  private static WaitingPage page(AwaitedCode awaited, boolean first) {
    var elsewhere = awaited.elsewhere();
    return new WaitingPage(
        first,
        elsewhere.map(DeviceInUse::name).orElse(null),
        elsewhere.map(it -> VietnamTime.show(it.lastSeenAt())).orElse(null));
  }
}
