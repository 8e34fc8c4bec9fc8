package vn.ansinh.portal.contacts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.CodeState;
import vn.ansinh.accounts.ConfirmingContact;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.ContactChanges;
import vn.ansinh.accounts.OpenChange;
import vn.ansinh.accounts.Sending;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.CodeClock;
import vn.ansinh.portal.CodeWords;
import vn.ansinh.portal.Devices;
import vn.ansinh.portal.Masked;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** The codes a change of a contact needs: to the new one, then to the old one or the brake. */
@Controller
class ContactCodePages {

  static final String PATH = "/home/contacts/change";
  static final String NEW = PATH + "/new";
  private static final String OLD = PATH + "/old";
  private static final String STEP = PATH + "/{step:new|old}";
  private static final String TEMPLATE = "portal/contacts/code";
  private static final String OVER = ContactPages.LIST + "?notice=over";

  private final ContactChanges changes;
  private final Clock clock;

  ContactCodePages(ContactChanges changes, Clock clock) {
    this.changes = changes;
    this.clock = clock;
  }

  @GetMapping(STEP)
  ModelAndView show(@AuthenticationPrincipal CitizenSession session, @PathVariable String step) {
    return page(session, step, null, Problems.NONE)
        .map(it -> Answers.page(TEMPLATE, it))
        .orElseGet(() -> Answers.seeOther(OVER));
  }

  @PostMapping(STEP + "/sending")
  ModelAndView send(
      @AuthenticationPrincipal CitizenSession session,
      @PathVariable String step,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var network = Devices.of(request).network();
    return changes
        .sendAgain(session, chrome.locale(), network)
        .map(
            it ->
                it instanceof Sending.Sent
                    ? Answers.seeOther(PATH + "/" + step)
                    : refused(session, step, it, chrome))
        .orElseGet(() -> Answers.seeOther(OVER));
  }

  @PostMapping(NEW)
  ModelAndView confirmNew(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var kind = kind(session);
    if (code.isBlank()) {
      return wrong(session, "new", chrome.t("registration.code.problem.EMPTY"));
    }
    var network = Devices.of(request).network();
    return answer(
        changes.confirmNew(session, code, chrome.locale(), network), session, "new", kind, chrome);
  }

  @PostMapping(OLD)
  ModelAndView confirmOld(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var kind = kind(session);
    return code.isBlank()
        ? wrong(session, "old", chrome.t("registration.code.problem.EMPTY"))
        : answer(changes.confirmOld(session, code), session, "old", kind, chrome);
  }

  /** "Tôi không còn dùng": waits a day instead of a code. */
  @PostMapping(PATH + "/brake")
  ModelAndView brake(@AuthenticationPrincipal CitizenSession session) {
    return Answers.seeOther(changes.brake(session) ? ContactPages.LIST + "?notice=braked" : OVER);
  }

  /** Asked by the page until the code has been handed over, when its five minutes begin. */
  @GetMapping(STEP + "/state")
  ResponseEntity<Map<String, Object>> state(
      @AuthenticationPrincipal CitizenSession session, @PathVariable String step) {
    boolean handedOver =
        changes.open(session).flatMap(it -> code(it, step)).map(CodeState::handedOffAt).isPresent();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(Map.of("handedOver", handedOver));
  }

  /** The page of the step with the reason why no code left. */
  ModelAndView refused(CitizenSession session, String step, Sending why, Chrome chrome) {
    var sentence =
        switch (why) {
          case Sending.TooSoon(var from) ->
              chrome.t("registration.code.tooSoon", VietnamTime.showTime(from));
          case Sending.BudgetSpent(var from) ->
              chrome.t("contacts.budget", VietnamTime.showTime(from));
          case Sending.Sent _ -> throw new IllegalArgumentException("sent is not refused");
        };
    return page(session, step, sentence, Problems.NONE)
        .map(it -> Answers.unprocessable(TEMPLATE, it))
        .orElseGet(() -> Answers.seeOther(OVER));
  }

  private ModelAndView answer(
      ConfirmingContact answer, CitizenSession session, String step, String kind, Chrome chrome) {
    return switch (answer) {
      case ConfirmingContact.AsksOld _ -> Answers.seeOther(OLD);
      case ConfirmingContact.Changed _ ->
          Answers.seeOther(ContactPages.LIST + "?notice=changed-" + kind);
      case ConfirmingContact.Taken _ ->
          Answers.seeOther(ContactPages.LIST + "?notice=taken-" + kind);
      case ConfirmingContact.NotYet(var why) -> wrong(session, step, CodeWords.of(why, chrome));
      case ConfirmingContact.Gone _ -> Answers.seeOther(OVER);
    };
  }

  private ModelAndView wrong(CitizenSession session, String step, String sentence) {
    return page(session, step, null, new Problems().add("code", sentence))
        .map(it -> Answers.unprocessable(TEMPLATE, it))
        .orElseGet(() -> Answers.seeOther(OVER));
  }

  private String kind(CitizenSession session) {
    return changes.open(session).map(it -> Kinds.of(it.wanted().channel())).orElse("phone");
  }

  private Optional<ContactCodePage> page(
      CitizenSession session, String step, @Nullable String refused, Problems problems) {
    return changes
        .open(session)
        .filter(it -> step.equals(stepOf(it)))
        .map(it -> page(it, step, refused, problems));
  }

  private ContactCodePage page(
      OpenChange change, String step, @Nullable String refused, Problems problems) {
    var to = sentTo(change);
    return new ContactCodePage(
        step,
        Kinds.of(change.wanted().channel()),
        to.map(Contact::channel).filter(it -> it == Channel.EMAIL).isPresent(),
        to.map(Masked::of).orElse(null),
        CodeClock.of(code(change, step), clock.instant()),
        refused,
        problems);
  }

  private static Optional<Contact> sentTo(OpenChange change) {
    return switch (change) {
      case OpenChange.AwaitsNew(var wanted, var _) -> Optional.of(wanted);
      case OpenChange.AwaitsOld(var _, var old, var _) -> old;
      case OpenChange.Braked _ -> Optional.empty();
    };
  }

  private static Optional<CodeState> code(OpenChange change, String step) {
    return switch (change) {
      case OpenChange.AwaitsNew(var _, var code) when step.equals("new") -> code;
      case OpenChange.AwaitsOld(var _, var _, var code) when step.equals("old") -> code;
      default -> Optional.empty();
    };
  }

  private static String stepOf(OpenChange change) {
    return switch (change) {
      case OpenChange.AwaitsNew _ -> "new";
      case OpenChange.AwaitsOld _ -> "old";
      case OpenChange.Braked _ -> "";
    };
  }
}
