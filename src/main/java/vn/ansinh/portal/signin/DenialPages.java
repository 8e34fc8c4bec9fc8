package vn.ansinh.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.Denials;
import vn.ansinh.portal.PortalCookies;
import vn.ansinh.web.Answers;

/** "Không phải tôi": freezing the account, from the link in the notice or the device signed out. */
@Controller
class DenialPages {

  private static final String TEMPLATE = "portal/signin/denial";
  private static final String FROZEN = "/sign-in?notice=frozen";

  private final Denials denials;
  private final PortalCookies cookies;

  DenialPages(Denials denials, PortalCookies cookies) {
    this.denials = denials;
    this.cookies = cookies;
  }

  /** Only asks: programs that look through mail follow links as well. */
  @GetMapping("/not-me/{link}")
  ModelAndView ask(@PathVariable String link) {
    return Answers.page(TEMPLATE, new DenialPage(link, denials.isOpen(link)));
  }

  @PostMapping("/not-me/{link}")
  ModelAndView deny(@PathVariable String link) {
    return denials.deny(link)
        ? Answers.seeOther(FROZEN)
        : Answers.page(TEMPLATE, new DenialPage(link, false));
  }

  @PostMapping("/not-me")
  ModelAndView deny(HttpServletRequest request, HttpServletResponse response) {
    boolean frozen = cookies.session(request).filter(denials::denyReplacement).isPresent();
    response.addHeader(HttpHeaders.SET_COOKIE, cookies.clearSession());
    return Answers.seeOther(frozen ? FROZEN : "/sign-in");
  }
}
