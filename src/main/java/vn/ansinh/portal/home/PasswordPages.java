package vn.ansinh.portal.home;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.ChangingPassword;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.PasswordAge;
import vn.ansinh.accounts.SignIn;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.PasswordWords;
import vn.ansinh.portal.PortalCookies;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** Changing one's own password, with the one in use. */
@Controller
class PasswordPages {

  private static final String TEMPLATE = "portal/home/password";

  private final SignIn signIn;
  private final PasswordAge age;
  private final PortalCookies cookies;
  private final PasswordWords words;
  private final Texts texts;

  PasswordPages(
      SignIn signIn, PasswordAge age, PortalCookies cookies, PasswordWords words, Texts texts) {
    this.signIn = signIn;
    this.age = age;
    this.cookies = cookies;
    this.words = words;
    this.texts = texts;
  }

  @GetMapping("/home/password")
  ModelAndView show(@AuthenticationPrincipal CitizenSession session) {
    return Answers.page(
        TEMPLATE, new ChangePasswordPage(age.mustChange(session.person()), Problems.NONE));
  }

  @PostMapping("/home/password")
  ModelAndView change(
      @AuthenticationPrincipal CitizenSession session,
      ChangePasswordForm form,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale language) {
    var missing = missing(form, language);
    if (missing.any()) {
      return again(HttpStatus.UNPROCESSABLE_CONTENT, missing);
    }
    var device = cookies.device(request);
    return switch (signIn.changePassword(session, form.typedInUse(), form.typed(), device)) {
      case ChangingPassword.Changed(var started) -> {
        cookies.start(started, response);
        yield Answers.seeOther("/home?notice=password-changed");
      }
      case ChangingPassword.Weak(var why) ->
          again(
              HttpStatus.UNPROCESSABLE_CONTENT,
              new Problems().add("password", words.of(why, language)));
      case ChangingPassword.Wrong(var left) ->
          again(
              HttpStatus.UNPROCESSABLE_CONTENT, inUse(texts.of(language, "password.wrong", left)));
      case ChangingPassword.TooMany(var until) ->
          again(
              HttpStatus.TOO_MANY_REQUESTS,
              inUse(texts.of(language, "password.locked", VietnamTime.showTime(until))));
      case ChangingPassword.Busy _ -> {
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        yield again(HttpStatus.SERVICE_UNAVAILABLE, inUse(texts.of(language, "password.busy")));
      }
    };
  }

  private Problems missing(ChangePasswordForm form, Locale language) {
    var problems = new Problems();
    if (form.typedInUse().isEmpty()) {
      problems.add("inUse", texts.of(language, "password.inUse.empty"));
    }
    words.check(problems, form.typed(), form.repeatedAlike(), language);
    return problems;
  }

  private static Problems inUse(String sentence) {
    return new Problems().add("inUse", sentence);
  }

  private static ModelAndView again(HttpStatus status, Problems problems) {
    return Answers.status(status, TEMPLATE, new ChangePasswordPage(false, problems));
  }
}
