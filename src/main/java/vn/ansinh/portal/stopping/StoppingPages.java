package vn.ansinh.portal.stopping;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.OwnPasswordWords;
import vn.ansinh.portal.PortalCookies;
import vn.ansinh.stopping.AskingToStop;
import vn.ansinh.stopping.StopReason;
import vn.ansinh.stopping.StopReasons;
import vn.ansinh.stopping.StopWish;
import vn.ansinh.stopping.Stopping;
import vn.ansinh.stopping.Stoppings;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;
import vn.ansinh.web.WipedBody;

/** Declaring that one stops (Form 01, ngừng sử dụng), looking at it, taking it back. */
@Controller
class StoppingPages {

  static final String PATH = "/home/stopping";
  private static final String TEMPLATE = "portal/stopping/stopping";
  private static final Set<String> NOTICES = Set.of("cancelled", "over");

  private final Stoppings stoppings;
  private final StopReasons reasons;
  private final StopCodePages codePages;
  private final PrintBudget prints;
  private final StopFormMail mail;
  private final PortalCookies cookies;
  private final Clock clock;

  StoppingPages(
      Stoppings stoppings,
      StopReasons reasons,
      StopCodePages codePages,
      PrintBudget prints,
      StopFormMail mail,
      PortalCookies cookies,
      Clock clock) {
    this.stoppings = stoppings;
    this.reasons = reasons;
    this.codePages = codePages;
    this.prints = prints;
    this.mail = mail;
    this.cookies = cookies;
    this.clock = clock;
  }

  @GetMapping(PATH)
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String notice,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var form = StopForm.from(VietnamTime.today(clock));
    var known = NOTICES.contains(notice) ? notice : null;
    return Answers.page(TEMPLATE, page(session, form, Problems.NONE, known, chrome));
  }

  @PostMapping(PATH)
  ModelAndView begin(
      @AuthenticationPrincipal CitizenSession session,
      StopForm form,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var problems = problems(form, chrome);
    if (problems.any()) {
      return again(session, form, problems, chrome);
    }
    return switch (stoppings.begin(
        session,
        new StopWish(
            form.typedReason(),
            form.typedNote(),
            form.wanted().orElseThrow(),
            form.wantsFormByEmail()),
        form.typedInUse(),
        cookies.device(request),
        chrome.locale())) {
      case AskingToStop.Begun(var sending) ->
          codePages.sent(session, sending, mail.agree(session, form, request, chrome), chrome);
      case AskingToStop.Waiting _ -> Answers.seeOther(PATH);
      case AskingToStop.Gone _ -> Answers.seeOther(PATH + "?notice=over");
      case AskingToStop.NotThatDay _ -> again(session, form, "wanted", dayProblem(chrome), chrome);
      case AskingToStop.NotThatReason _ ->
          again(session, form, "reason", chrome.t("stopping.problem.reason"), chrome);
      case AskingToStop.NotShown(var why) ->
          Answers.status(
              OwnPasswordWords.status(why),
              TEMPLATE,
              page(
                  session,
                  form,
                  new Problems().add("inUse", OwnPasswordWords.of(why, chrome)),
                  null,
                  chrome));
      case AskingToStop.Lent _ -> again(session, form, "inUse", chrome.t("stopping.lent"), chrome);
      case AskingToStop.Unreachable _ ->
          again(session, form, "inUse", chrome.t("stopping.problem.unreachable"), chrome);
      case AskingToStop.TooMany(var until) ->
          again(
              session,
              form,
              "inUse",
              chrome.t("stopping.problem.tooMany", VietnamTime.show(until)),
              chrome);
    };
  }

  @PostMapping(PATH + "/cancelling")
  ModelAndView cancel(@AuthenticationPrincipal CitizenSession session) {
    return Answers.seeOther(stoppings.cancel(session) ? PATH + "?notice=cancelled" : PATH);
  }

  @GetMapping(PATH + "/form-01.pdf")
  ResponseEntity<byte[]> form01(@AuthenticationPrincipal CitizenSession session) {
    prints.take(session);
    var code =
        stoppings
            .waiting(session.person())
            .map(Stopping::code)
            .orElseThrow(StoppingPages::notFound);
    var pdf = stoppings.form01(session.person()).orElseThrow(StoppingPages::notFound);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(code.value() + ".pdf").build().toString())
        .body(WipedBody.of(pdf));
  }

  private Problems problems(StopForm form, Chrome chrome) {
    var problems = new Problems();
    if (reasons.today().stream().noneMatch(it -> it.code().equals(form.typedReason()))) {
      problems.add("reason", chrome.t("stopping.problem.reason"));
    }
    if (form.noteIsTooLong()) {
      problems.add("note", chrome.t("stopping.problem.note"));
    }
    if (form.wanted().isEmpty()) {
      problems.add("wanted", dayProblem(chrome));
    }
    if (mail.isOutdated(form)) {
      problems.add("formByEmail", chrome.t("consents.changed"));
    }
    if (form.typedInUse().isEmpty()) {
      problems.add("inUse", chrome.t("stopping.problem.password.empty"));
    }
    return problems;
  }

  private String dayProblem(Chrome chrome) {
    return chrome.t(
        "stopping.problem.day",
        VietnamTime.show(stoppings.lastDay()),
        VietnamTime.show(VietnamTime.today(clock).plusDays(7)));
  }

  private ModelAndView again(
      CitizenSession session, StopForm form, String field, String sentence, Chrome chrome) {
    return again(session, form, new Problems().add(field, sentence), chrome);
  }

  private ModelAndView again(
      CitizenSession session, StopForm form, Problems problems, Chrome chrome) {
    return Answers.unprocessable(TEMPLATE, page(session, form, problems, null, chrome));
  }

  private StoppingPage page(
      CitizenSession session,
      StopForm form,
      Problems problems,
      @Nullable String notice,
      Chrome chrome) {
    return new StoppingPage(
        stoppings.waiting(session.person()).map(it -> waiting(it, chrome)).orElse(null),
        reasons.today().stream().map(it -> option(it, chrome)).toList(),
        form.typedReason(),
        form.typedNote(),
        form.day(),
        mail.box(session, form, chrome),
        VietnamTime.show(stoppings.lastDay()),
        problems,
        notice);
  }

  private static Option option(StopReason reason, Chrome chrome) {
    var hint = "stopping.reason." + reason.code() + ".hint";
    return new Option(
        reason.code(), reason.in(chrome.locale()), chrome.has(hint) ? chrome.t(hint) : null);
  }

  private StoppingPage.Waiting waiting(Stopping stopping, Chrome chrome) {
    var code = stopping.code();
    var day = stopping.declaredOn();
    return new StoppingPage.Waiting(
        code == null ? "" : code.value(),
        day == null ? "" : VietnamTime.show(day),
        day == null ? "" : reason(stopping.reason(), day, chrome),
        VietnamTime.show(stopping.dueAt()));
  }

  private String reason(String code, LocalDate day, Chrome chrome) {
    return reasons.find(code, day).map(it -> it.in(chrome.locale())).orElse(code);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
