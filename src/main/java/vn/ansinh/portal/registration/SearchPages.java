package vn.ansinh.portal.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.Devices;
import vn.ansinh.registration.Completeness;
import vn.ansinh.registration.Draft;
import vn.ansinh.registration.Field;
import vn.ansinh.registration.NumberSearch;
import vn.ansinh.registration.Step;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/** Finds a forgotten number, and lets the person choose it without ever printing it. */
@Controller
class SearchPages {

  private final WizardPages pages;
  private final NumberSearch search;
  private final CardFilling cards;

  SearchPages(WizardPages pages, NumberSearch search, CardFilling cards) {
    this.pages = pages;
    this.search = search;
    this.cards = cards;
  }

  @GetMapping("/registration/number-search")
  ModelAndView show(
      OpenDraft open, @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return Answers.page(
        "portal/registration/search", page(open, open.draft(), Problems.NONE, null, chrome));
  }

  @PostMapping("/registration/number-search")
  ModelAndView look(
      OpenDraft open,
      SearchForm form,
      @RequestParam(defaultValue = "") String go,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var draft = pages.keep(open, Step.NUMBER, chrome, typed(form));
    if (go.equals("back")) {
      return Answers.seeOther(Wizard.path(Step.NUMBER));
    }
    if (go.equals("card")) {
      return Answers.seeOther(CardPages.path("number-search"));
    }
    return switch (search.search(draft.id(), Devices.of(request).network())) {
      case NumberSearch.Search.Searched _ -> Answers.seeOther("/registration/number-choice");
      case NumberSearch.Search.Invalid(var found) -> {
        var problems = problems(found, chrome);
        yield Answers.unprocessable(
            "portal/registration/search", page(open, draft, problems, null, chrome));
      }
      case NumberSearch.Search.BudgetSpent(var retryFrom) -> {
        var refused = chrome.t("registration.search.budget", VietnamTime.showTime(retryFrom));
        yield Answers.unprocessable(
            "portal/registration/search", page(open, draft, Problems.NONE, refused, chrome));
      }
    };
  }

  /** Hit or miss show the same page; whoever has not searched has nothing to choose. */
  @GetMapping("/registration/number-choice")
  ModelAndView choice(
      OpenDraft open, @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return open.draft().candidates().isEmpty()
        ? Answers.seeOther("/registration/number-search")
        : Answers.page(
            "portal/registration/choice", choicePage(open, open.draft(), Problems.NONE, chrome));
  }

  @PostMapping("/registration/number-choice")
  ModelAndView choose(
      OpenDraft open,
      @RequestParam(defaultValue = "") String candidate,
      @RequestParam(defaultValue = "") String go,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    if (go.equals("back")) {
      return Answers.seeOther("/registration/number-search");
    }
    if (open.draft().candidates().stream().noneMatch(it -> it.token().equals(candidate))) {
      var problems = new Problems().add("candidate", chrome.t("registration.choice.problem"));
      return Answers.unprocessable(
          "portal/registration/choice", choicePage(open, open.draft(), problems, chrome));
    }
    var content = open.draft().content();
    var draft =
        pages.keep(
            open,
            Step.NUMBER,
            chrome,
            new Typed()
                .put(Field.CANDIDATE, candidate)
                .put(Field.NUMBER, "")
                .put(
                    Field.FULL_NAME,
                    firstOf(content.typed(Field.FULL_NAME), content.typed(Field.SEARCH_NAME)))
                .put(
                    Field.BIRTH_DATE,
                    firstOf(
                        content.typed(Field.BIRTH_DATE), content.typed(Field.SEARCH_BIRTH_DATE)))
                .put(
                    Field.PAPER_NUMBER,
                    firstOf(
                        content.typed(Field.PAPER_NUMBER),
                        content.typed(Field.SEARCH_PAPER_NUMBER)))
                .values());
    pages.move(draft, Step.DECLARATION);
    return Answers.seeOther(Wizard.path(Step.DECLARATION));
  }

  private ChoicePage choicePage(OpenDraft open, Draft draft, Problems problems, Chrome chrome) {
    var candidates = new ArrayList<Option>();
    draft.candidates().forEach(it -> candidates.add(new Option(it.token(), it.masked())));
    return new ChoicePage(pages.wizard(Step.NUMBER, chrome, open), candidates, problems);
  }

  private SearchPage page(
      OpenDraft open, Draft draft, Problems problems, @Nullable String refused, Chrome chrome) {
    var content = draft.content();
    var born = ThreeBoxes.split(content.typed(Field.SEARCH_BIRTH_DATE));
    var form =
        new SearchForm(
            content.typed(Field.SEARCH_NAME),
            born.day(),
            born.month(),
            born.year(),
            content.typed(Field.SEARCH_PAPER_NUMBER));
    return new SearchPage(
        pages.wizard(Step.NUMBER, chrome, open), form, cards.marks(content), problems, refused);
  }

  private static Problems problems(List<Completeness.Finding> found, Chrome chrome) {
    return Findings.problems(new Completeness(found, List.of()), Step.NUMBER, "", chrome);
  }

  private static Map<Field, String> typed(SearchForm form) {
    return new Typed()
        .put(Field.SEARCH_NAME, form.fullName())
        .put(
            Field.SEARCH_BIRTH_DATE,
            ThreeBoxes.join(form.birthDay(), form.birthMonth(), form.birthYear()))
        .put(Field.SEARCH_PAPER_NUMBER, form.paperNumber())
        .values();
  }

  private static String firstOf(String typed, String searched) {
    return typed.isBlank() ? searched : typed;
  }
}
