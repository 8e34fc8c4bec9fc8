package vn.ansinh.portal.status;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.Budget;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Taking;
import vn.ansinh.identity.EmailAddresses;
import vn.ansinh.identity.Phones;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.Devices;
import vn.ansinh.registration.DeclarationCode;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.Recipient;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/**
 * Finds a declaration by its code together with a contact declared in it; one alone finds nothing.
 */
@Controller
class AskPages {

  private static final String TEMPLATE = "portal/status/ask";
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Budget PER_CODE = Budget.of("status.code", 10, HOUR);
  private static final Budget PER_NETWORK = Budget.of("status.network", 120, HOUR);

  private final Declarations declarations;
  private final Budgets budgets;

  AskPages(Declarations declarations, Budgets budgets) {
    this.declarations = declarations;
    this.budgets = budgets;
  }

  @GetMapping("/status")
  ModelAndView ask(@RequestParam(defaultValue = "") String code) {
    return Answers.page(TEMPLATE, new AskPage(code, null, null, Problems.NONE));
  }

  @PostMapping("/status")
  ModelAndView find(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String contact,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var problems = problems(code, contact, chrome);
    if (problems.any()) {
      return Answers.unprocessable(TEMPLATE, new AskPage(code, contact, null, problems));
    }
    var spent = spent(code, Devices.of(request).network(), chrome);
    if (spent != null) {
      return Answers.unprocessable(TEMPLATE, new AskPage(code, contact, spent, Problems.NONE));
    }
    return secret(code, contact)
        .map(it -> Answers.seeOther(StatusPages.at(it)))
        .orElseGet(
            () ->
                Answers.unprocessable(
                    TEMPLATE,
                    new AskPage(code, contact, chrome.t("status.ask.none"), Problems.NONE)));
  }

  /** Empty alike for a code that is none, another's contact and erased data. */
  private Optional<String> secret(String code, String contact) {
    var known = DeclarationCode.parse(code);
    var declared =
        Phones.normalize(contact)
            .map(Contact::phone)
            .or(() -> EmailAddresses.normalize(contact).map(Contact::email));
    return known.isEmpty() || declared.isEmpty()
        ? Optional.empty()
        : declarations
            .byCodeAndContact(known.get(), declared.get())
            .flatMap(it -> declarations.recipient(it.id()))
            .map(Recipient::statusSecret);
  }

  private static Problems problems(String code, String contact, Chrome chrome) {
    var problems = new Problems();
    if (code.isBlank()) {
      problems.add("code", chrome.t("status.ask.code.problem"));
    }
    if (contact.isBlank()) {
      problems.add("contact", chrome.t("status.ask.contact.problem"));
    }
    return problems;
  }

  /** Counted by the code meant, since one code can be typed in thousands of ways. */
  private @Nullable String spent(String code, String network, Chrome chrome) {
    var takings =
        Stream.concat(
            DeclarationCode.parse(code).map(it -> budgets.take(PER_CODE, it.value())).stream(),
            Stream.of(budgets.take(PER_NETWORK, network)));
    return takings
        .flatMap(
            it -> it instanceof Taking.Spent(var until) ? Stream.of(until) : Stream.<Instant>of())
        .findFirst()
        .map(it -> chrome.t("status.ask.budget", VietnamTime.showTime(it)))
        .orElse(null);
  }
}
