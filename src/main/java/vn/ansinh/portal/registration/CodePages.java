package vn.ansinh.portal.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.Redeeming;
import vn.ansinh.accounts.Sending;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.CodeClock;
import vn.ansinh.portal.CodeWords;
import vn.ansinh.portal.Devices;
import vn.ansinh.portal.Masked;
import vn.ansinh.registration.ContactConfirmation;
import vn.ansinh.registration.Step;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** Xác thực, second half: the code is typed, and the declaration goes to the office. */
@Controller
class CodePages {

  private static final String TEMPLATE = "portal/registration/code";

  private final WizardPages pages;
  private final ContactConfirmation confirmation;
  private final SubmissionAnswer sending;
  private final Clock clock;

  CodePages(
      WizardPages pages, ContactConfirmation confirmation, SubmissionAnswer sending, Clock clock) {
    this.pages = pages;
    this.confirmation = confirmation;
    this.sending = sending;
    this.clock = clock;
  }

  @GetMapping("/registration/code")
  ModelAndView show(
      OpenDraft open,
      @RequestParam(defaultValue = "false") boolean resent,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    if (!isUnderWay(open)) {
      return Answers.seeOther(Wizard.path(Step.CONFIRM));
    }
    var notice = resent ? chrome.t("registration.code.resent") : null;
    return Answers.page(TEMPLATE, page(open, notice, null, Problems.NONE, chrome));
  }

  @PostMapping("/registration/code")
  ModelAndView redeem(
      OpenDraft open,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    if (!WizardPages.isCommitted(open.draft())) {
      return Answers.seeOther(Wizard.path(Step.REVIEW));
    }
    if (open.draft().contactConfirmed()) {
      return sending.send(open, request, chrome);
    }
    if (code.isBlank()) {
      return wrong(open, chrome.t("registration.code.problem.EMPTY"), chrome);
    }
    return switch (confirmation.redeem(open.draft().id(), code.replaceAll("\\s", ""))) {
      case Redeeming.Accepted _ -> sending.send(open, request, chrome);
      case Redeeming.None _ -> Answers.seeOther(Wizard.path(Step.CONFIRM));
      case Redeeming why -> wrong(open, CodeWords.of(why, chrome), chrome);
    };
  }

  @PostMapping("/registration/code/resend")
  ModelAndView resend(
      OpenDraft open,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var id = open.draft().id();
    if (!isUnderWay(open)) {
      return Answers.seeOther(Wizard.path(Step.CONFIRM));
    }
    return switch (confirmation.send(id, Devices.of(request).network())) {
      case Sending.Sent _ -> Answers.seeOther("/registration/code?resent=true");
      case Sending.TooSoon(var from) -> refused(open, "registration.code.tooSoon", from, chrome);
      case Sending.BudgetSpent(var from) ->
          refused(open, "registration.confirm.budget", from, chrome);
    };
  }

  /** Asked by the page until the code has been handed over, when its five minutes begin. */
  @GetMapping("/registration/code/state")
  ResponseEntity<Map<String, Object>> state(OpenDraft open) {
    boolean handedOver =
        confirmation.state(open.draft().id()).filter(it -> it.handedOffAt() != null).isPresent();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(Map.of("handedOver", handedOver));
  }

  /**
   * To a contact changed since then the first code goes from the page before, which asks whether a
   * person is there.
   */
  private boolean isUnderWay(OpenDraft open) {
    var id = open.draft().id();
    return WizardPages.isCommitted(open.draft())
        && confirmation.state(id).isPresent()
        && confirmation.isSentToContact(id);
  }

  private ModelAndView wrong(OpenDraft open, String sentence, Chrome chrome) {
    return Answers.unprocessable(
        TEMPLATE, page(open, null, null, new Problems().add("code", sentence), chrome));
  }

  private ModelAndView refused(OpenDraft open, String key, Instant from, Chrome chrome) {
    var sentence = chrome.t(key, VietnamTime.showTime(from));
    return Answers.unprocessable(TEMPLATE, page(open, null, sentence, Problems.NONE, chrome));
  }

  private CodePage page(
      OpenDraft open,
      @Nullable String notice,
      @Nullable String refused,
      Problems problems,
      Chrome chrome) {
    var id = open.draft().id();
    var contact = confirmation.contact(id).orElseThrow();
    return new CodePage(
        pages.wizard(Step.CONFIRM, chrome, open),
        contact.channel() == Channel.EMAIL,
        Masked.of(contact),
        CodeClock.of(confirmation.state(id), clock.instant()),
        notice,
        refused,
        problems);
  }
}
