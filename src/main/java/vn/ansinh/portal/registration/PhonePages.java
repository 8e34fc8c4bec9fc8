package vn.ansinh.portal.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CodeState;
import vn.ansinh.accounts.Redeeming;
import vn.ansinh.accounts.Sending;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.CodeClock;
import vn.ansinh.portal.CodeWords;
import vn.ansinh.portal.Devices;
import vn.ansinh.portal.Masked;
import vn.ansinh.registration.ConfirmingPhone;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.PhoneConfirmation;
import vn.ansinh.registration.PhoneConfirmation.Unconfirmed;
import vn.ansinh.registration.Step;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/**
 * Shows that the phone is one's own, for those who gave an e-mail address as well: in the wizard
 * when somebody else has named the same phone, and from the page of a declaration at any time.
 */
@Controller
class PhonePages {

  private static final String TEMPLATE = "portal/registration/phone";
  private static final String IN_WIZARD = "/registration/phone";

  private final PhoneConfirmation phones;
  private final Declarations declarations;
  private final SubmissionAnswer sending;
  private final RobotCheck robots;
  private final Clock clock;

  /** One of the two places where a phone can be confirmed. */
  private record Place(String tab, String at, String back, Unconfirmed what) {}

  PhonePages(
      PhoneConfirmation phones,
      Declarations declarations,
      SubmissionAnswer sending,
      RobotCheck robots,
      Clock clock) {
    this.phones = phones;
    this.declarations = declarations;
    this.sending = sending;
    this.robots = robots;
    this.clock = clock;
  }

  @GetMapping(IN_WIZARD)
  ModelAndView show(
      OpenDraft open, @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return place(open)
        .map(it -> Answers.page(TEMPLATE, page(it, null, Problems.NONE, chrome)))
        .orElseGet(PhonePages::toReview);
  }

  @PostMapping(IN_WIZARD + "/send")
  ModelAndView send(
      OpenDraft open,
      RobotAnswer robot,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return place(open).map(it -> send(it, robot, request, chrome)).orElseGet(PhonePages::toReview);
  }

  @PostMapping(IN_WIZARD)
  ModelAndView redeem(
      OpenDraft open,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var place = place(open);
    if (place.isEmpty()) {
      return toReview();
    }
    return switch (phones.redeem(open.draft().id(), code)) {
      case ConfirmingPhone.Confirmed _ -> sending.send(open, request, chrome);
      case ConfirmingPhone.NotYet(var why) -> wrong(place.get(), why, chrome);
      case ConfirmingPhone.Taken _, ConfirmingPhone.Gone _ -> toReview();
    };
  }

  @GetMapping(IN_WIZARD + "/state")
  ResponseEntity<Map<String, Object>> state(OpenDraft open) {
    return state(place(open));
  }

  @GetMapping("/status/{secret}/phone")
  ModelAndView show(
      @PathVariable String secret,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return place(secret)
        .map(it -> Answers.page(TEMPLATE, page(it, null, Problems.NONE, chrome)))
        .orElseGet(() -> Answers.seeOther("/status/" + secret));
  }

  @PostMapping("/status/{secret}/phone/send")
  ModelAndView send(
      @PathVariable String secret,
      RobotAnswer robot,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return place(secret)
        .map(it -> send(it, robot, request, chrome))
        .orElseGet(() -> Answers.seeOther("/status/" + secret));
  }

  @PostMapping("/status/{secret}/phone")
  ModelAndView redeem(
      @PathVariable String secret,
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var place = place(secret);
    if (place.isEmpty()) {
      return Answers.seeOther("/status/" + secret);
    }
    return switch (phones.redeem(declaration(secret).id(), code)) {
      case ConfirmingPhone.Confirmed _ ->
          Answers.seeOther("/status/" + secret + "?notice=phone-confirmed");
      case ConfirmingPhone.Taken _ -> Answers.seeOther("/status/" + secret + "?notice=phone-taken");
      case ConfirmingPhone.NotYet(var why) -> wrong(place.get(), why, chrome);
      case ConfirmingPhone.Gone _ -> Answers.seeOther("/status/" + secret);
    };
  }

  @GetMapping("/status/{secret}/phone/state")
  ResponseEntity<Map<String, Object>> state(@PathVariable String secret) {
    return state(place(secret));
  }

  /** Only behind the code to the e-mail address, and the check for robots before it. */
  private Optional<Place> place(OpenDraft open) {
    return WizardPages.isCommitted(open.draft()) && open.draft().contactConfirmed()
        ? phones
            .of(open.draft().id())
            .map(it -> new Place("registration", IN_WIZARD, Wizard.path(Step.REVIEW), it))
        : Optional.empty();
  }

  private Optional<Place> place(String secret) {
    var back = "/status/" + secret;
    return phones
        .of(declaration(secret).id())
        .map(it -> new Place("status", back + "/phone", back, it));
  }

  private Declaration declaration(String secret) {
    return declarations
        .byStatusSecret(secret)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView send(
      Place place, RobotAnswer robot, HttpServletRequest request, Chrome chrome) {
    // Once a code is under way a next one is held up by its pause, which doubles.
    if (phones.state(place.what()).isEmpty() && !robots.passed(place.what().subject(), robot)) {
      var problems = new Problems().add("digits", chrome.t("registration.robot.problem"));
      return Answers.unprocessable(TEMPLATE, page(place, null, problems, chrome));
    }
    return switch (phones.send(place.what(), Devices.of(request).network())) {
      case Sending.Sent _ -> Answers.seeOther(place.at());
      case Sending.TooSoon(var from) ->
          refused(place, chrome.t("registration.code.tooSoon", VietnamTime.showTime(from)), chrome);
      case Sending.BudgetSpent(var from) ->
          refused(
              place, chrome.t("registration.confirm.budget", VietnamTime.showTime(from)), chrome);
    };
  }

  private ModelAndView wrong(Place place, Redeeming why, Chrome chrome) {
    var problems = new Problems().add("code", CodeWords.of(why, chrome));
    return Answers.unprocessable(TEMPLATE, page(place, null, problems, chrome));
  }

  private ModelAndView refused(Place place, String sentence, Chrome chrome) {
    return Answers.unprocessable(TEMPLATE, page(place, sentence, Problems.NONE, chrome));
  }

  private ResponseEntity<Map<String, Object>> state(Optional<Place> place) {
    boolean handedOver =
        place.flatMap(it -> phones.state(it.what())).map(CodeState::handedOffAt).isPresent();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(Map.of("handedOver", handedOver));
  }

  private PhonePage page(Place place, @Nullable String refused, Problems problems, Chrome chrome) {
    var state = phones.state(place.what());
    var robot = state.isEmpty() ? robots.challenge(place.what().subject()) : null;
    return new PhonePage(
        place.tab(),
        place.at(),
        place.back(),
        Masked.of(place.what().phone()),
        robot,
        robot == null ? "" : ConfirmPages.words(robot, chrome),
        CodeClock.of(state, clock.instant()),
        refused,
        problems);
  }

  private static ModelAndView toReview() {
    return Answers.seeOther(Wizard.path(Step.REVIEW));
  }
}
