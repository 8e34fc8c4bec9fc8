package vn.ansinh.portal.adjusting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.adjusting.Adjustment;
import vn.ansinh.adjusting.AdjustmentField;
import vn.ansinh.adjusting.AdjustmentReason;
import vn.ansinh.adjusting.Adjustments;
import vn.ansinh.adjusting.Item;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.identity.Sex;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.registration.ThreeBoxes;
import vn.ansinh.portal.units.UnitPickers;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/** What the register is to say, from when, and why. */
@Controller
class ChangesPages {

  private static final String AT = AdjustingPages.PATH + "/changes";
  private static final String TEMPLATE = "portal/adjusting/changes";
  private static final AdjustmentField[] FIELDS = {
    AdjustmentField.FULL_NAME,
    AdjustmentField.BIRTH_DATE,
    AdjustmentField.SEX,
    AdjustmentField.PAPER_KIND,
    AdjustmentField.PAPER_NUMBER,
    AdjustmentField.WARD_CODE,
    AdjustmentField.STREET,
    AdjustmentField.CONTACT_PERSON,
    AdjustmentField.REASON,
    AdjustmentField.NOTE,
    AdjustmentField.EFFECTIVE_ON
  };

  private final Adjustments adjustments;
  private final OpenRequest open;
  private final AdjustingWords words;
  private final UnitPickers units;
  private final Clock clock;

  ChangesPages(
      Adjustments adjustments,
      OpenRequest open,
      AdjustingWords words,
      UnitPickers units,
      Clock clock) {
    this.adjustments = adjustments;
    this.open = open;
    this.words = words;
    this.units = units;
    this.clock = clock;
  }

  @GetMapping(AT)
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return open.with(session, it -> Answers.page(TEMPLATE, page(it, Problems.NONE, chrome)));
  }

  /** Kept before anything is judged. */
  @PostMapping(AT)
  ModelAndView keep(
      @AuthenticationPrincipal CitizenSession session,
      ChangesForm form,
      @RequestParam(defaultValue = "") String go,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var ward =
        units
            .chosen(form.layer(), form.provinceCode(), form.districtCode(), form.wardCode())
            .map(it -> it.ward().code())
            .orElse("");
    adjustments.save(session.person(), it -> it.with(form.typed(ward)));
    return open.with(
        session,
        it ->
            switch (go) {
              case "back" -> Answers.seeOther(AdjustingWizard.Step.ITEMS.path());
              case "units" -> Answers.page(TEMPLATE, page(it, Problems.NONE, chrome));
              default -> judged(it, chrome);
            });
  }

  private ModelAndView judged(Adjustment adjustment, Chrome chrome) {
    var problems = words.problems(adjustments.problems(adjustment), chrome, FIELDS);
    return problems.any()
        ? Answers.unprocessable(TEMPLATE, page(adjustment, problems, chrome))
        : Answers.seeOther(AdjustingWizard.Step.EVIDENCE.path());
  }

  private ChangesPage page(Adjustment adjustment, Problems problems, Chrome chrome) {
    var form = OpenRequest.form(adjustment);
    var days = adjustments.days();
    return new ChangesPage(
        AdjustingWizard.at(AdjustingWizard.Step.CHANGES, chrome),
        form,
        now(adjustment, chrome),
        ThreeBoxes.split(form.typed(AdjustmentField.BIRTH_DATE)),
        effective(form.typed(AdjustmentField.EFFECTIVE_ON)),
        options(Sex.values(), "adjusting.word.sex.", chrome),
        options(PaperKind.values(), "adjusting.word.paper.", chrome),
        options(AdjustmentReason.values(), "adjusting.reason.", chrome),
        units.of(
            form.typed(AdjustmentField.ADDRESS_LAYER),
            form.typed(AdjustmentField.PROVINCE_CODE),
            form.typed(AdjustmentField.DISTRICT_CODE),
            form.typed(AdjustmentField.WARD_CODE),
            problems.of("wardCode")),
        VietnamTime.show(days.getFirst()),
        VietnamTime.show(days.getLast()),
        problems);
  }

  private Map<Item, String> now(Adjustment adjustment, Chrome chrome) {
    var facts = adjustments.register(adjustment.person());
    var now = new EnumMap<Item, String>(Item.class);
    for (var item : Item.values()) {
      now.put(item, words.value(item, facts, chrome));
    }
    return now;
  }

  /** Today until another was typed. */
  private ThreeBoxes effective(String typed) {
    return typed.isEmpty() ? boxes(VietnamTime.today(clock)) : ThreeBoxes.split(typed);
  }

  private static ThreeBoxes boxes(LocalDate day) {
    return new ThreeBoxes(
        Integer.toString(day.getDayOfMonth()),
        Integer.toString(day.getMonthValue()),
        Integer.toString(day.getYear()));
  }

  private static java.util.List<Option> options(Enum<?>[] values, String key, Chrome chrome) {
    return Arrays.stream(values).map(it -> new Option(it.name(), chrome.t(key + it))).toList();
  }
}
