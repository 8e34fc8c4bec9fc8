package vn.ansinh.portal.registration;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.identity.EmailAddresses;
import vn.ansinh.identity.Phones;
import vn.ansinh.platform.PublicAddress;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.DeclaredFacts;
import vn.ansinh.registration.PhoneStanding;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;

/** Hoàn thành: the code, what to do next, the form, the link to follow it. */
@Controller
class DonePages {

  private final Declarations declarations;
  private final Offices offices;
  private final PublicAddress address;

  DonePages(Declarations declarations, Offices offices, PublicAddress address) {
    this.declarations = declarations;
    this.offices = offices;
    this.address = address;
  }

  @GetMapping("/registration/done")
  ModelAndView show(
      OpenDraft open, @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var submitted = open.draft().submittedAs();
    var declaration = submitted == null ? null : declarations.find(submitted).orElse(null);
    var recipient = submitted == null ? null : declarations.recipient(submitted).orElse(null);
    if (declaration == null || declaration.facts() == null || recipient == null) {
      return Answers.seeOther("/registration");
    }
    var at = "/status/" + recipient.statusSecret();
    return Answers.page(
        "portal/registration/done",
        new DonePage(
            Wizard.done(chrome),
            declaration.code().value(),
            next(declaration, declaration.facts(), chrome),
            emailedTo(declaration.facts()),
            offices.find(declaration.officeCode()).orElseThrow(),
            at + "/form-01.pdf",
            at,
            address.of(at),
            recipient.phoneStanding() == PhoneStanding.CONFIRMED
                ? null
                : Phones.masked(recipient.phone())));
  }

  private static String next(Declaration declaration, DeclaredFacts facts, Chrome chrome) {
    var actBy = declaration.clock().actBy();
    var day = actBy == null ? "" : VietnamTime.show(actBy);
    return switch (declaration.handIn()) {
      case ONLINE ->
          chrome.t(
              "registration.done.online",
              facts.email() == null
                  ? Phones.masked(facts.phone())
                  : EmailAddresses.masked(facts.email()));
      case AT_DESK -> chrome.t("registration.done.paper", day);
      case BY_POST -> chrome.t("registration.done.post", day);
      case THROUGH_EMPLOYER -> chrome.t("registration.done.employer", day);
    };
  }

  private static @Nullable String emailedTo(DeclaredFacts facts) {
    return facts.receivesByEmail() && facts.email() != null
        ? EmailAddresses.masked(facts.email())
        : null;
  }
}
