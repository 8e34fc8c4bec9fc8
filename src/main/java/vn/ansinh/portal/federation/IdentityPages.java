package vn.ansinh.portal.federation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.federation.Callback;
import vn.ansinh.federation.Coming;
import vn.ansinh.federation.IdentityProvider;
import vn.ansinh.federation.IdentitySignIn;
import vn.ansinh.federation.Leaving;
import vn.ansinh.portal.PortalCookies;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;

/**
 * Đăng nhập bằng tài khoản định danh điện tử. The form is answered by a page that goes on by
 * itself, not by a redirection: forms lead nowhere but to this site (security specification S12).
 */
@Controller
class IdentityPages {

  private static final String ONE = "/sign-in/identity/{provider}";

  private final IdentitySignIn identities;
  private final PortalCookies cookies;

  IdentityPages(IdentitySignIn identities, PortalCookies cookies) {
    this.identities = identities;
    this.cookies = cookies;
  }

  @PostMapping(ONE)
  ModelAndView leave(
      @PathVariable String provider,
      HttpServletRequest request,
      HttpServletResponse response,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var network = cookies.device(request).network();
    return left(identities.leave(provider, network, chrome.locale()), provider, response, chrome);
  }

  /** With a forgotten password; the button stands for everybody. */
  @PostMapping(ONE + "/recovery")
  ModelAndView leaveToRecover(
      @PathVariable String provider,
      HttpServletRequest request,
      HttpServletResponse response,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var network = cookies.device(request).network();
    return left(
        identities.leaveToRecover(provider, network, chrome.locale()), provider, response, chrome);
  }

  private ModelAndView left(
      Leaving leaving, String provider, HttpServletResponse response, Chrome chrome) {
    return switch (leaving) {
      case Leaving.Left(var cookie, var to, var face) -> {
        response.addHeader(HttpHeaders.SET_COOKIE, cookies.setIdentity(cookie));
        yield Answers.page(
            "portal/federation/leaving",
            new LeavingPage(face.name(chrome.locale()), to.toString(), to.getHost()));
      }
      case Leaving.Unavailable(var face) ->
          Outcomes.of(new Coming.Unavailable(), face, chrome, response);
      case Leaving.TooMany(var until) ->
          Outcomes.of(new Coming.TooMany(until), known(provider), chrome, response);
      case Leaving.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  /** Where the provider sends the browser to; what is in the address is good once. */
  @GetMapping(ONE + "/return")
  ModelAndView come(
      @PathVariable String provider,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String iss,
      @RequestParam(defaultValue = "") String error,
      HttpServletRequest request,
      HttpServletResponse response,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var face = known(provider);
    var coming =
        identities.come(
            provider,
            new Callback(code, state, iss, error),
            cookies.identity(request).orElse(""),
            cookies.device(request));
    if (!(coming instanceof Coming.Over)) {
      response.addHeader(HttpHeaders.SET_COOKIE, cookies.clearIdentity());
    }
    return answer(coming, face, response, chrome);
  }

  private ModelAndView answer(
      Coming coming, IdentityProvider face, HttpServletResponse response, Chrome chrome) {
    return switch (coming) {
      case Coming.SignedIn(var session) -> {
        cookies.start(session, response);
        yield Answers.seeOther("/home");
      }
      case Coming.NeedsCode(var entry, _) -> {
        response.addHeader(HttpHeaders.SET_COOKIE, cookies.setEntry(entry));
        yield Answers.seeOther(WaitingPages.FIRST);
      }
      case Coming.MustConfirm(var entry) -> {
        response.addHeader(HttpHeaders.SET_COOKIE, cookies.setEntry(entry));
        yield Answers.seeOther(WaitingPages.ELSEWHERE);
      }
      case Coming.MaySetPassword(var ticket) -> {
        response.addHeader(HttpHeaders.SET_COOKIE, cookies.setTicket(ticket));
        yield Answers.seeOther("/first-password");
      }
      case Coming why -> Outcomes.of(why, face, chrome, response);
    };
  }

  private IdentityProvider known(String provider) {
    return identities
        .provider(provider)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
