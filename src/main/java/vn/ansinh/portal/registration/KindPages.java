package vn.ansinh.portal.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.registration.Draft;
import vn.ansinh.registration.Field;
import vn.ansinh.registration.Step;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/** Loại đối tượng: a person, or an organization, which registers at the office. */
@Controller
class KindPages {

  private static final String ORGANIZATION = "organization";

  private final WizardPages pages;

  KindPages(WizardPages pages) {
    this.pages = pages;
  }

  @GetMapping("/registration/kind")
  ModelAndView show(
      OpenDraft open, @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return Answers.page(
        "portal/registration/kind", page(open, open.draft(), Problems.NONE, chrome));
  }

  @PostMapping("/registration/kind")
  ModelAndView choose(
      OpenDraft open,
      @RequestParam(required = false) @Nullable String applicantKind,
      @RequestParam(defaultValue = "") String go,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    if (go.equals("back")) {
      return Answers.seeOther("/registration");
    }
    if (ORGANIZATION.equals(applicantKind)) {
      return Answers.seeOther("/registration/organization");
    }
    var draft =
        pages.keep(
            open, Step.KIND, chrome, new Typed().put(Field.APPLICANT_KIND, applicantKind).values());
    var problems = Findings.problems(pages.check(draft), Step.KIND, "", chrome);
    if (problems.any()) {
      return Answers.unprocessable("portal/registration/kind", page(open, draft, problems, chrome));
    }
    pages.move(draft, Step.NUMBER);
    return Answers.seeOther(Wizard.path(Step.NUMBER));
  }

  @GetMapping("/registration/organization")
  ModelAndView organization(
      OpenDraft open, @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return Answers.page("portal/registration/organization", pages.wizard(Step.KIND, chrome, open));
  }

  private ApplicantPage page(OpenDraft open, Draft draft, Problems problems, Chrome chrome) {
    return new ApplicantPage(
        pages.wizard(Step.KIND, chrome, open),
        List.of(
            kind("EMPLOYEE", chrome),
            kind("INDIVIDUAL", chrome),
            new Option(
                ORGANIZATION,
                chrome.t("registration.applicant.organization"),
                chrome.t("registration.applicant.organization.hint"))),
        draft.content().typed(Field.APPLICANT_KIND),
        problems);
  }

  private static Option kind(String kind, Chrome chrome) {
    return new Option(
        kind,
        chrome.t("registration.applicant." + kind),
        chrome.t("registration.applicant." + kind + ".hint"));
  }
}
