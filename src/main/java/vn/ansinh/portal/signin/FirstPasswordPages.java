package vn.ansinh.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.SettingPassword;
import vn.ansinh.accounts.SignIn;
import vn.ansinh.portal.PasswordWords;
import vn.ansinh.portal.PortalCookies;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** The page between the first password and home: here one's own is chosen. */
@Controller
class FirstPasswordPages {

  private static final String TEMPLATE = "portal/signin/password";
  private static final String OVER = "/sign-in?notice=ticket-over";

  private final SignIn signIn;
  private final PortalCookies cookies;
  private final PasswordWords words;
  private final Texts texts;

  FirstPasswordPages(SignIn signIn, PortalCookies cookies, PasswordWords words, Texts texts) {
    this.signIn = signIn;
    this.cookies = cookies;
    this.words = words;
    this.texts = texts;
  }

  @GetMapping("/first-password")
  ModelAndView show(HttpServletRequest request) {
    return cookies.ticket(request).filter(signIn::canSetPassword).isPresent()
        ? Answers.page(TEMPLATE, new FirstPasswordPage(Problems.NONE))
        : Answers.seeOther(OVER);
  }

  @PostMapping("/first-password")
  ModelAndView set(
      FirstPasswordForm form,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale language) {
    var problems = new Problems();
    words.check(problems, form.typed(), form.repeatedAlike(), language);
    if (problems.any()) {
      return Answers.unprocessable(TEMPLATE, new FirstPasswordPage(problems));
    }
    var ticket = cookies.ticket(request).orElse("");
    return switch (signIn.setFirstPassword(ticket, form.typed(), cookies.device(request))) {
      case SettingPassword.Set(var session) -> {
        response.addHeader(HttpHeaders.SET_COOKIE, cookies.clearTicket());
        cookies.start(session, response);
        yield Answers.seeOther("/home?notice=password-set");
      }
      case SettingPassword.Weak(var why) ->
          Answers.unprocessable(TEMPLATE, problem(words.of(why, language)));
      case SettingPassword.Expired _ -> {
        response.addHeader(HttpHeaders.SET_COOKIE, cookies.clearTicket());
        yield Answers.seeOther(OVER);
      }
      case SettingPassword.Busy _ -> {
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        yield Answers.status(
            HttpStatus.SERVICE_UNAVAILABLE, TEMPLATE, problem(texts.of(language, "password.busy")));
      }
    };
  }

  private static FirstPasswordPage problem(String sentence) {
    return new FirstPasswordPage(new Problems().add("password", sentence));
  }
}
