package vn.ansinh.portal.registration;

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
import vn.ansinh.web.Problems;

/** Mã số BHXH: typed, or one that was looked up and chosen. */
@Controller
class NumberPages {

  private final WizardPages pages;
  private final CardFilling cards;

  NumberPages(WizardPages pages, CardFilling cards) {
    this.pages = pages;
    this.cards = cards;
  }

  @GetMapping("/registration/number")
  ModelAndView show(
      OpenDraft open, @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return Answers.page(
        "portal/registration/number", page(open, open.draft(), Problems.NONE, chrome));
  }

  @PostMapping("/registration/number")
  ModelAndView enter(
      OpenDraft open,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String go,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var typed = new Typed().put(Field.NUMBER, number);
    if (!number.isBlank()) {
      typed.put(Field.CANDIDATE, "");
    }
    var draft = pages.keep(open, Step.NUMBER, chrome, typed.values());
    if (go.equals("back")) {
      return Answers.seeOther(Wizard.path(Step.KIND));
    }
    if (go.equals("card")) {
      return Answers.seeOther(CardPages.path("number"));
    }
    if (go.equals("search")) {
      return Answers.seeOther("/registration/number-search");
    }
    var problems = Findings.problems(pages.check(draft), Step.NUMBER, "", chrome);
    if (problems.any()) {
      return Answers.unprocessable(
          "portal/registration/number", page(open, draft, problems, chrome));
    }
    pages.move(draft, Step.DECLARATION);
    return Answers.seeOther(Wizard.path(Step.DECLARATION));
  }

  private NumberPage page(OpenDraft open, Draft draft, Problems problems, Chrome chrome) {
    return new NumberPage(
        pages.wizard(Step.NUMBER, chrome, open),
        draft.content().typed(Field.NUMBER),
        chosen(draft),
        cards.marks(draft.content()),
        problems);
  }

  static @Nullable String chosen(Draft draft) {
    var token = draft.content().typed(Field.CANDIDATE);
    return draft.candidates().stream()
        .filter(it -> !token.isEmpty() && it.token().equals(token))
        .map(Draft.Candidate::masked)
        .findFirst()
        .orElse(null);
  }
}
