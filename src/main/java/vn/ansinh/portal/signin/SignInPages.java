package vn.ansinh.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.SessionEnd;
import vn.ansinh.accounts.Sessions;
import vn.ansinh.accounts.SignIn;
import vn.ansinh.accounts.SigningIn;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.PortalCookies;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** Signing in and out. One answer for unknown numbers and wrong passwords. */
@Controller
class SignInPages {

  static final String TEMPLATE = "portal/signin/signin";
  private static final Set<String> NOTICES =
      Set.of(
          "signed-out",
          "ticket-over",
          "code-over",
          "frozen",
          "childs-word",
          "signed-out-everywhere");
  private static final String BUSY_SECONDS = "5";

  private final SignIn signIn;
  private final Sessions sessions;
  private final ArrivalPages arrival;
  private final PortalCookies cookies;
  private final Texts texts;

  SignInPages(
      SignIn signIn, Sessions sessions, ArrivalPages arrival, PortalCookies cookies, Texts texts) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.arrival = arrival;
    this.cookies = cookies;
    this.texts = texts;
  }

  @GetMapping("/sign-in")
  ModelAndView show(
      @AuthenticationPrincipal @Nullable CitizenSession session,
      @RequestParam(defaultValue = "") String notice,
      HttpServletRequest request) {
    if (session != null) {
      return Answers.seeOther("/home");
    }
    var known = NOTICES.contains(notice) ? Optional.of(notice) : ending(request);
    return Answers.page(TEMPLATE, SignInPage.empty(known.orElse(null)));
  }

  @PostMapping("/sign-in")
  ModelAndView signIn(
      SignInForm form,
      HttpServletRequest request,
      HttpServletResponse response,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var language = chrome.locale();
    var missing = missing(form, language);
    if (missing.any()) {
      return again(form, missing);
    }
    return switch (signIn.signIn(form.typedName(), form.typedPassword(), cookies.device(request))) {
      case SigningIn.SignedIn(var session) -> {
        cookies.start(session, response);
        yield Answers.seeOther("/home");
      }
      case SigningIn.NeedsCode(var newer, var elsewhere) -> {
        var entry = arrival.goOn(newer, request);
        response.addHeader(HttpHeaders.SET_COOKIE, cookies.setEntry(entry));
        yield elsewhere
            ? Answers.seeOther(ArrivalPages.WARNING)
            : arrival.sendTo(entry, request, chrome);
      }
      case SigningIn.Frozen _ -> again(form, problem(texts.of(language, "signin.frozen")));
      case SigningIn.Stopped _ -> again(form, problem(texts.of(language, "signin.stopped")));
      case SigningIn.MustSetPassword(var ticket) -> {
        response.addHeader(HttpHeaders.SET_COOKIE, cookies.setTicket(ticket));
        yield Answers.seeOther("/first-password");
      }
      case SigningIn.Wrong(var left) ->
          again(form, problem(texts.of(language, "signin.wrong", left)));
      case SigningIn.FirstPasswordOver _ ->
          again(form, problem(texts.of(language, "signin.firstOver")));
      case SigningIn.TooMany(var until) -> locked(form, until, language);
      case SigningIn.Closed _ -> closed(form, language);
      case SigningIn.Busy _ -> busy(form, response, language);
    };
  }

  @GetMapping("/sign-in/help")
  ModelAndView help() {
    return new ModelAndView("portal/signin/help");
  }

  /** Idempotent: signing out twice, or without being signed in, ends at the same page. */
  @PostMapping("/sign-out")
  ModelAndView signOut(
      @AuthenticationPrincipal @Nullable CitizenSession session, HttpServletResponse response) {
    if (session != null) {
      sessions.end(session);
    }
    response.addHeader(HttpHeaders.SET_COOKIE, cookies.clearSession());
    response.addHeader(HttpHeaders.SET_COOKIE, cookies.clearTicket());
    response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    return Answers.seeOther("/sign-in?notice=signed-out");
  }

  /** Tells somebody who comes with the cookie of a session that is over why it is. */
  private Optional<String> ending(HttpServletRequest request) {
    return cookies
        .session(request)
        .flatMap(sessions::ending)
        .filter(it -> it != SessionEnd.SIGNED_OUT)
        .map(
            it ->
                switch (it) {
                  case REPLACED -> "replaced";
                  case PASSWORD_CHANGED -> "password-changed";
                  case DENIED -> "frozen";
                  case SENT_AWAY -> "sent-away";
                  case CLOSED -> "closed";
                  case TIMED_OUT, SIGNED_OUT -> "timed-out";
                });
  }

  private Problems missing(SignInForm form, Locale language) {
    var problems = new Problems();
    if (form.typedName().isBlank()) {
      problems.add("userName", texts.of(language, "signin.userName.empty"));
    }
    if (form.typedPassword().isEmpty()) {
      problems.add("password", texts.of(language, "signin.password.empty"));
    }
    return problems;
  }

  private ModelAndView locked(SignInForm form, Instant until, Locale language) {
    var sentence = texts.of(language, "signin.locked", VietnamTime.showTime(until));
    return Answers.status(
        HttpStatus.TOO_MANY_REQUESTS, TEMPLATE, SignInPage.again(form, problem(sentence)));
  }

  private ModelAndView closed(SignInForm form, Locale language) {
    var sentence = texts.of(language, "signin.closed");
    return Answers.status(
        HttpStatus.TOO_MANY_REQUESTS, TEMPLATE, SignInPage.again(form, problem(sentence)));
  }

  private ModelAndView busy(SignInForm form, HttpServletResponse response, Locale language) {
    response.setHeader(HttpHeaders.RETRY_AFTER, BUSY_SECONDS);
    var sentence = texts.of(language, "signin.busy");
    return Answers.status(
        HttpStatus.SERVICE_UNAVAILABLE, TEMPLATE, SignInPage.again(form, problem(sentence)));
  }

  private static Problems problem(String sentence) {
    return new Problems().add("password", sentence);
  }

  private static ModelAndView again(SignInForm form, Problems problems) {
    return Answers.unprocessable(TEMPLATE, SignInPage.again(form, problems));
  }
}
