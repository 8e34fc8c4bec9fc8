package vn.ansinh.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.factors.PasskeyChallenge;
import vn.ansinh.factors.PasskeySignIn;
import vn.ansinh.portal.PortalCookies;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** Signing in, or setting a new password, with a passkey. One answer for all that is not right. */
@Controller
class PasskeySignInPages {

  private final PasskeySignIn passkeys;
  private final PortalCookies cookies;

  PasskeySignInPages(PasskeySignIn passkeys, PortalCookies cookies) {
    this.passkeys = passkeys;
    this.cookies = cookies;
  }

  /** Asked for by the page when the button is pressed. */
  @PostMapping("/sign-in/passkey/challenge")
  ResponseEntity<Map<String, String>> challenge(HttpServletRequest request) {
    return switch (passkeys.begin(cookies.device(request).network())) {
      case PasskeyChallenge.Begun(var cookie, var challenge, var site) ->
          ResponseEntity.ok()
              .cacheControl(CacheControl.noStore())
              .header(HttpHeaders.SET_COOKIE, cookies.setPasskey(cookie))
              .body(Map.of("challenge", challenge, "site", site));
      case PasskeyChallenge.TooMany _ ->
          ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).body(Map.of());
    };
  }

  @PostMapping("/sign-in/passkey")
  ModelAndView enter(
      @RequestParam(defaultValue = "") String credential,
      HttpServletRequest request,
      HttpServletResponse response,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var shown = cookies.passkey(request).orElse("");
    response.addHeader(HttpHeaders.SET_COOKIE, cookies.clearPasskey());
    var started = passkeys.enter(shown, credential, cookies.device(request));
    started.ifPresent(it -> cookies.start(it, response));
    return started.isPresent()
        ? Answers.seeOther("/home")
        : Answers.unprocessable(
            SignInPages.TEMPLATE, SignInPage.again(new SignInForm("", ""), problem(chrome)));
  }

  @PostMapping("/sign-in/recovery/passkey")
  ModelAndView recover(
      @RequestParam(defaultValue = "") String credential,
      HttpServletRequest request,
      HttpServletResponse response,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var shown = cookies.passkey(request).orElse("");
    response.addHeader(HttpHeaders.SET_COOKIE, cookies.clearPasskey());
    var ticket = passkeys.ticket(shown, credential);
    ticket.ifPresent(it -> response.addHeader(HttpHeaders.SET_COOKIE, cookies.setTicket(it)));
    return ticket.isPresent()
        ? Answers.seeOther("/first-password")
        : Answers.unprocessable(
            RecoveryPages.ASK_TEMPLATE, new RecoveryPage("", "", false, problem(chrome)));
  }

  private static Problems problem(Chrome chrome) {
    return new Problems().add("passkey", chrome.t("signin.passkey.refused"));
  }
}
