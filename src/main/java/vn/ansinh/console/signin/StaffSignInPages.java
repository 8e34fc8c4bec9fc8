package vn.ansinh.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.console.ConsoleCookies;
import vn.ansinh.console.NeedsNoPermission;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.staff.SignInStep;
import vn.ansinh.staff.SignInStep.Stage;
import vn.ansinh.staff.StaffSessions;
import vn.ansinh.staff.StaffSignIn;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Problems;
import vn.ansinh.web.QrPicture;
import vn.ansinh.web.Texts;

/** Password, then generator, then (the first time) a password of one's own. */
@Controller
@RequestMapping("/console")
class StaffSignInPages {

  private static final String START = "/console/sign-in";
  private static final String BUSY_SECONDS = "5";

  private final StaffSignIn signIn;
  private final StaffSessions sessions;
  private final ConsoleCookies cookies;
  private final Texts texts;

  StaffSignInPages(
      StaffSignIn signIn, StaffSessions sessions, ConsoleCookies cookies, Texts texts) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.cookies = cookies;
    this.texts = texts;
  }

  @GetMapping("/sign-in")
  ModelAndView ask(@RequestParam(defaultValue = "false") boolean expired) {
    return Answers.page("console/signin/password", new SignInPage("", Problems.NONE, expired));
  }

  @NeedsNoPermission("before anybody is signed in")
  @PostMapping("/sign-in")
  ModelAndView password(
      @RequestParam(defaultValue = "") String userName,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale language) {
    var step = signIn.withPassword(userName, password, cookies.caller(request));
    return advanced(step, response)
        ? next(step)
        : refused(
            step,
            "console/signin/password",
            new SignInPage(shown(userName), problem("userName", "password", step, language), false),
            response);
  }

  @GetMapping("/sign-in/enrolment")
  ModelAndView enrolment(HttpServletRequest request) {
    return signIn
        .enrolment(ticket(request))
        .map(
            it ->
                Answers.page(
                    "console/signin/enrolment",
                    new EnrolmentPage(grouped(it.secret()), Problems.NONE)))
        .orElseGet(StaffSignInPages::again);
  }

  /** Drawn here, so that the key never leaves this server for a picture. */
  @GetMapping(path = "/sign-in/enrolment/qr", produces = "image/svg+xml")
  ResponseEntity<String> qr(HttpServletRequest request) {
    return signIn
        .enrolment(ticket(request))
        .map(
            it ->
                ResponseEntity.ok()
                    .contentType(MediaType.valueOf("image/svg+xml"))
                    .header("Content-Security-Policy", "default-src 'none'; sandbox")
                    .body(QrPicture.svg(it.uri())))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @NeedsNoPermission("before anybody is signed in")
  @PostMapping("/sign-in/enrolment")
  ModelAndView enrol(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale language) {
    var enrolment = signIn.enrolment(ticket(request));
    var step = signIn.enrol(ticket(request), code, cookies.caller(request));
    if (advanced(step, response) || enrolment.isEmpty()) {
      return next(step);
    }
    return refused(
        step,
        "console/signin/enrolment",
        new EnrolmentPage(
            grouped(enrolment.get().secret()), problem("code", "code", step, language)),
        response);
  }

  @GetMapping("/sign-in/code")
  ModelAndView code(HttpServletRequest request) {
    return signIn.stage(ticket(request)).filter(it -> it == Stage.CODE).isPresent()
        ? Answers.page("console/signin/code", new CodePage(Problems.NONE))
        : again();
  }

  @NeedsNoPermission("before anybody is signed in")
  @PostMapping("/sign-in/code")
  ModelAndView code(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale language) {
    var step = signIn.withCode(ticket(request), code, cookies.caller(request));
    return advanced(step, response)
        ? next(step)
        : refused(
            step,
            "console/signin/code",
            new CodePage(problem("code", "code", step, language)),
            response);
  }

  @GetMapping("/sign-in/new-password")
  ModelAndView newPassword(HttpServletRequest request) {
    return signIn.stage(ticket(request)).filter(it -> it == Stage.NEW_PASSWORD).isPresent()
        ? Answers.page("console/signin/newpassword", new CodePage(Problems.NONE))
        : again();
  }

  @NeedsNoPermission("before anybody is signed in")
  @PostMapping("/sign-in/new-password")
  ModelAndView newPassword(
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale language) {
    var step = signIn.setPassword(ticket(request), password, cookies.caller(request));
    return advanced(step, response)
        ? next(step)
        : refused(
            step,
            "console/signin/newpassword",
            new CodePage(problem("password", "password", step, language)),
            response);
  }

  @NeedsNoPermission("everybody may leave")
  @PostMapping("/sign-out")
  ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
    cookies.session(request).ifPresent(sessions::end);
    cookies.forget(response);
    response.setHeader("Clear-Site-Data", "\"cache\"");
    return Answers.seeOther(START);
  }

  /** Whether it goes on; keeps what the step gave. */
  private boolean advanced(SignInStep step, HttpServletResponse response) {
    switch (step) {
      case SignInStep.Next(var ticket, _) -> cookies.keepTicket(response, ticket);
      case SignInStep.SignedIn(var session, var device) -> {
        cookies.keepSession(response, session);
        cookies.keepDevice(response, device);
      }
      case SignInStep.Expired() -> {}
      default -> {
        return false;
      }
    }
    return true;
  }

  private static ModelAndView next(SignInStep step) {
    return switch (step) {
      case SignInStep.Next(_, var stage) ->
          Answers.seeOther(
              switch (stage) {
                case ENROLMENT -> "/console/sign-in/enrolment";
                case CODE -> "/console/sign-in/code";
                case NEW_PASSWORD -> "/console/sign-in/new-password";
              });
      case SignInStep.SignedIn _ -> Answers.seeOther("/console");
      default -> again();
    };
  }

  private static ModelAndView refused(
      SignInStep step, String template, Object page, HttpServletResponse response) {
    if (step instanceof SignInStep.Busy) {
      response.setHeader(HttpHeaders.RETRY_AFTER, BUSY_SECONDS);
    }
    var status =
        switch (step) {
          case SignInStep.Busy _ -> HttpStatus.SERVICE_UNAVAILABLE;
          case SignInStep.Locked _ -> HttpStatus.TOO_MANY_REQUESTS;
          default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    return Answers.status(status, template, page);
  }

  private static ModelAndView again() {
    return Answers.seeOther(START + "?expired=true");
  }

  private Problems problem(String field, String kind, SignInStep step, Locale language) {
    var sentence =
        switch (step) {
          case SignInStep.Locked(var until) ->
              texts.of(language, "staff.signin.locked", VietnamTime.showTime(until));
          case SignInStep.CodeUsed() -> texts.of(language, "staff.signin.code.used");
          case SignInStep.Weak(var weakness) ->
              texts.of(language, "staff.signin.weak." + weakness.name());
          case SignInStep.Busy() -> texts.of(language, "staff.signin.busy");
          case SignInStep.Wrong(var left) -> texts.of(language, "staff.signin.wrong." + kind, left);
          case SignInStep.Next _, SignInStep.SignedIn _, SignInStep.Expired _ ->
              throw new IllegalStateException("nothing is wrong with " + step);
        };
    return new Problems().add(field, sentence);
  }

  private String ticket(HttpServletRequest request) {
    return cookies.ticket(request).orElse("");
  }

  /** No user name is longer, and a page need not repeat all that was sent. */
  private static String shown(String userName) {
    return userName.substring(0, Math.min(60, userName.length()));
  }

  private static String grouped(String secret) {
    return secret.replaceAll("(.{4})(?!$)", "$1 ");
  }
}
