package vn.ansinh.portal.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Sending;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.Devices;
import vn.ansinh.portal.Masked;
import vn.ansinh.registration.ContactConfirmation;
import vn.ansinh.registration.Step;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** Xác thực, first half: show that you are a person, then a code is sent. */
@Controller
class ConfirmPages {

  private static final String TEMPLATE = "portal/registration/confirm";

  private final WizardPages pages;
  private final ContactConfirmation confirmation;
  private final RobotCheck robots;

  ConfirmPages(WizardPages pages, ContactConfirmation confirmation, RobotCheck robots) {
    this.pages = pages;
    this.confirmation = confirmation;
    this.robots = robots;
  }

  @GetMapping("/registration/confirm")
  ModelAndView show(
      OpenDraft open, @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var contact = confirmation.contact(open.draft().id());
    if (contact.isEmpty() || !mayGoOn(open)) {
      return Answers.seeOther(Wizard.path(Step.REVIEW));
    }
    return Answers.page(TEMPLATE, page(open, contact.get(), null, Problems.NONE, chrome));
  }

  @PostMapping("/registration/confirm")
  ModelAndView send(
      OpenDraft open,
      RobotAnswer robot,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var draft = open.draft().id();
    var contact = confirmation.contact(draft);
    if (contact.isEmpty() || !mayGoOn(open)) {
      return Answers.seeOther(Wizard.path(Step.REVIEW));
    }
    if (!robots.passed(draft.value(), robot)) {
      var problems = new Problems().add("digits", chrome.t("registration.robot.problem"));
      return Answers.unprocessable(TEMPLATE, page(open, contact.get(), null, problems, chrome));
    }
    return switch (confirmation.send(draft, Devices.of(request).network())) {
      case Sending.Sent _ -> Answers.seeOther("/registration/code");
      case Sending.TooSoon(var from) ->
          confirmation.isSentToContact(draft)
              ? Answers.seeOther("/registration/code")
              : refused(open, contact.get(), "registration.code.tooSoon", from, chrome);
      case Sending.BudgetSpent(var from) ->
          refused(open, contact.get(), "registration.confirm.budget", from, chrome);
    };
  }

  private ModelAndView refused(
      OpenDraft open, Contact contact, String key, Instant from, Chrome chrome) {
    var sentence = chrome.t(key, VietnamTime.showTime(from));
    return Answers.unprocessable(TEMPLATE, page(open, contact, sentence, Problems.NONE, chrome));
  }

  private ConfirmPage page(
      OpenDraft open, Contact contact, @Nullable String refused, Problems problems, Chrome chrome) {
    var challenge = robots.challenge(open.draft().id().value());
    return new ConfirmPage(
        pages.wizard(Step.CONFIRM, chrome, open),
        contact.channel() == Channel.EMAIL,
        Masked.of(contact),
        challenge,
        words(challenge, chrome),
        refused,
        problems);
  }

  /** Codes are sent for what was read through and committed to, as it stands now. */
  private boolean mayGoOn(OpenDraft open) {
    return WizardPages.isCommitted(open.draft()) && pages.check(open.draft()).isComplete();
  }

  static String words(RobotChallenge challenge, Chrome chrome) {
    var names = chrome.t("registration.robot.digits").split(",", -1);
    return challenge.digits().stream().map(it -> names[it]).collect(Collectors.joining(", "));
  }
}
