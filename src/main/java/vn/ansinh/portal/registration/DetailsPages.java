package vn.ansinh.portal.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.consents.Purpose;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.identity.Sex;
import vn.ansinh.portal.units.UnitPickers;
import vn.ansinh.registration.Completeness;
import vn.ansinh.registration.Draft;
import vn.ansinh.registration.Field;
import vn.ansinh.registration.PopulationChecks;
import vn.ansinh.registration.Step;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/** Kê khai: who, which paper, where, how to reach. */
@Controller
class DetailsPages {

  private final WizardPages pages;
  private final UnitPickers units;
  private final CardFilling cards;
  private final PopulationChecks population;
  private final WizardConsents consents;
  private final WizardBudgets budgets;

  DetailsPages(
      WizardPages pages,
      UnitPickers units,
      CardFilling cards,
      PopulationChecks population,
      WizardConsents consents,
      WizardBudgets budgets) {
    this.pages = pages;
    this.units = units;
    this.cards = cards;
    this.population = population;
    this.consents = consents;
    this.budgets = budgets;
  }

  @GetMapping("/registration/declaration")
  ModelAndView show(
      OpenDraft open, @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return Answers.page(
        "portal/registration/declaration",
        page(open, open.draft(), Problems.NONE, List.of(), "", chrome));
  }

  @PostMapping("/registration/declaration")
  ModelAndView declare(
      OpenDraft open,
      DetailsForm form,
      @RequestParam(defaultValue = "") String go,
      @RequestParam(defaultValue = "") String doubtsSeen,
      @RequestParam(defaultValue = "") String wording,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var draft = pages.keep(open, Step.DECLARATION, chrome, typed(form));
    consents.takeBackUnticked(draft, Purpose.POPULATION_REGISTRY, request, chrome);
    if (go.equals("back")) {
      return Answers.seeOther(Wizard.path(Step.NUMBER));
    }
    if (go.equals("card")) {
      return Answers.seeOther(CardPages.path("declaration"));
    }
    if (go.equals("units")) {
      return Answers.page(
          "portal/registration/declaration",
          page(open, draft, Problems.NONE, List.of(), "", chrome));
    }
    if (!consents.say(draft, Purpose.POPULATION_REGISTRY, wording, request, chrome)) {
      var changed = new Problems().add("asksRegistry", chrome.t("consents.changed"));
      return Answers.unprocessable(
          "portal/registration/declaration", page(open, draft, changed, List.of(), "", chrome));
    }
    return judged(open, draft, pages.check(draft), doubtsSeen, request, chrome);
  }

  /**
   * Problems stop; doubts ask once and then let pass: registers and papers are corrected late,
   * people are right.
   */
  private ModelAndView judged(
      OpenDraft open,
      Draft draft,
      Completeness found,
      String doubtsSeen,
      HttpServletRequest request,
      Chrome chrome) {
    var kind = draft.content().typed(Field.PAPER_KIND);
    var problems = Findings.problems(found, Step.DECLARATION, kind, chrome);
    var doubts = Findings.doubtsSeen(found, Step.DECLARATION);
    if (problems.any() || !doubts.equals(doubtsSeen)) {
      var sentences = Findings.doubts(found, Step.DECLARATION, chrome);
      return Answers.unprocessable(
          "portal/registration/declaration",
          page(open, draft, problems, sentences, doubts, chrome));
    }
    if (!draft.verified()
        && draft.content().isTicked(Field.ASKS_REGISTRY)
        && budgets.mayAskRegistry(draft.id(), request)) {
      population.verify(draft.id());
    }
    pages.move(draft, Step.PHOTOS);
    return Answers.seeOther(Wizard.path(Step.PHOTOS));
  }

  private DetailsPage page(
      OpenDraft open,
      Draft draft,
      Problems problems,
      List<String> doubts,
      String doubtsSeen,
      Chrome chrome) {
    var content = draft.content();
    var picker =
        units.of(
            content.typed(Field.ADDRESS_LAYER),
            content.typed(Field.PROVINCE_CODE),
            content.typed(Field.DISTRICT_CODE),
            content.typed(Field.WARD_CODE),
            problems.of("wardCode"));
    return new DetailsPage(
        pages.wizard(Step.DECLARATION, chrome, open),
        DetailsForm.of(content),
        Arrays.stream(Sex.values())
            .map(it -> new Option(it.name(), chrome.t("registration.details.sex." + it)))
            .toList(),
        Arrays.stream(PaperKind.values()).map(it -> paperKind(it, chrome)).toList(),
        picker,
        WizardConsents.box(Purpose.POPULATION_REGISTRY, content, chrome),
        doubts,
        doubtsSeen,
        cards.marks(content),
        problems);
  }

  private static Option paperKind(PaperKind kind, Chrome chrome) {
    var key = "registration.details.paperKind." + kind;
    return new Option(kind.name(), chrome.t(key), chrome.t(key + ".hint"));
  }

  private Map<Field, String> typed(DetailsForm form) {
    return new Typed()
        .put(Field.FULL_NAME, form.fullName())
        .put(
            Field.BIRTH_DATE, ThreeBoxes.join(form.birthDay(), form.birthMonth(), form.birthYear()))
        .put(Field.SEX, form.sex())
        .put(Field.PAPER_KIND, form.paperKind())
        .put(Field.PAPER_NUMBER, form.paperNumber())
        .put(Field.ADDRESS_LAYER, form.layer())
        .put(Field.PROVINCE_CODE, form.provinceCode())
        .put(Field.DISTRICT_CODE, form.districtCode())
        .put(Field.WARD_CODE, ward(form))
        .put(Field.STREET, form.street())
        .put(Field.CONTACT_PERSON, form.contactPerson())
        .put(Field.PHONE, form.phone())
        .put(Field.EMAIL, form.email())
        .tick(Field.ASKS_REGISTRY, form.asksRegistry())
        .values();
  }

  /**
   * Only a ward that all the fields name together: a code alone may mean another ward in the other
   * layer.
   */
  private String ward(DetailsForm form) {
    return units
        .chosen(form.layer(), form.provinceCode(), form.districtCode(), form.wardCode())
        .map(it -> it.ward().code())
        .orElse("");
  }
}
