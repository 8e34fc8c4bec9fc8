package vn.ansinh.portal.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.catalogue.CodeList;
import vn.ansinh.catalogue.CodeLists;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.consents.Purpose;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.OfficeList;
import vn.ansinh.registration.Draft;
import vn.ansinh.registration.DraftContent;
import vn.ansinh.registration.Field;
import vn.ansinh.registration.HandIn;
import vn.ansinh.registration.Step;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/**
 * Cơ quan tiếp nhận: the suggested offices first, then any other; how to hand in; where to
 * transact.
 */
@Controller
class OfficePages {

  private static final String TEMPLATE = "portal/registration/office";

  private final WizardPages pages;
  private final Offices offices;
  private final OfficeList list;
  private final CodeLists codes;
  private final WizardConsents consents;
  private final Clock clock;

  OfficePages(
      WizardPages pages,
      Offices offices,
      OfficeList list,
      CodeLists codes,
      WizardConsents consents,
      Clock clock) {
    this.pages = pages;
    this.offices = offices;
    this.list = list;
    this.codes = codes;
    this.consents = consents;
    this.clock = clock;
  }

  @GetMapping("/registration/office")
  ModelAndView show(
      OpenDraft open, @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return Answers.page(TEMPLATE, page(open, open.draft(), null, Problems.NONE, chrome));
  }

  @PostMapping("/registration/office")
  ModelAndView choose(
      OpenDraft open,
      OfficeForm form,
      @RequestParam(defaultValue = "") String go,
      @RequestParam(defaultValue = "") String wording,
      HttpServletRequest request,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var draft = pages.keep(open, Step.OFFICE, chrome, typed(form));
    consents.takeBackUnticked(draft, Purpose.FORM_BY_EMAIL, request, chrome);
    if (go.equals("back")) {
      return Answers.seeOther(Wizard.path(Step.PHOTOS));
    }
    if (go.equals("offices")) {
      return Answers.page(
          TEMPLATE, page(open, draft, form.officeProvince(), Problems.NONE, chrome));
    }
    var problems = Findings.problems(pages.check(draft), Step.OFFICE, "", chrome);
    if (!consents.say(draft, Purpose.FORM_BY_EMAIL, wording, request, chrome)) {
      problems.add("receivesByEmail", chrome.t("consents.changed"));
    }
    if (problems.any()) {
      return Answers.unprocessable(
          TEMPLATE, page(open, draft, form.officeProvince(), problems, chrome));
    }
    pages.move(draft, Step.REVIEW);
    return Answers.seeOther(Wizard.path(Step.REVIEW));
  }

  private OfficePage page(
      OpenDraft open, Draft draft, @Nullable String province, Problems problems, Chrome chrome) {
    var content = draft.content();
    var chosen = content.typed(Field.OFFICE_CODE);
    var email = content.typed(Field.EMAIL);
    boolean other = OfficeList.names(province);
    return new OfficePage(
        pages.wizard(Step.OFFICE, chrome, open),
        OfficeForm.of(content, province),
        list.options(province, other ? List.of() : suggested(content), chosen, chrome),
        !other,
        list.provinces(),
        other,
        handIns(content, chrome),
        email.isBlank() ? null : email,
        WizardConsents.box(Purpose.FORM_BY_EMAIL, content, chrome),
        List.of(place("PORTAL", chrome), place("IVAN", chrome)),
        codes.on(CodeList.IVAN_PROVIDER, VietnamTime.today(clock)).stream()
            .map(it -> new Option(it.code(), chrome.vietnamese() ? it.nameVi() : it.nameEn()))
            .toList(),
        problems);
  }

  private List<Office> suggested(DraftContent content) {
    var ward = content.typed(Field.WARD_CODE);
    var layer =
        content.typed(Field.ADDRESS_LAYER).equals(Layer.UNTIL_2025.name())
            ? Layer.UNTIL_2025
            : Layer.SINCE_2025;
    return ward.isBlank() ? List.of() : offices.suggest(layer, ward);
  }

  private static List<Option> handIns(DraftContent content, Chrome chrome) {
    boolean employed = content.typed(Field.APPLICANT_KIND).equals("EMPLOYEE");
    return Arrays.stream(HandIn.values())
        .filter(it -> employed || it != HandIn.THROUGH_EMPLOYER)
        .map(
            it ->
                new Option(
                    it.name(),
                    chrome.t("registration.office.handIn." + it),
                    chrome.t("registration.office.handIn." + it + ".hint")))
        .toList();
  }

  private static Option place(String place, Chrome chrome) {
    return new Option(place, chrome.t("registration.office.place." + place));
  }

  private static Map<Field, String> typed(OfficeForm form) {
    return new Typed()
        .put(Field.OFFICE_CODE, form.officeCode())
        .put(Field.HAND_IN, form.handIn())
        .tick(Field.RECEIVES_BY_EMAIL, form.receivesByEmail())
        .put(Field.PLACE, form.place())
        .put(Field.IVAN_CODE, form.ivanProvider())
        .values();
  }
}
