package vn.ansinh.console.admin;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.audit.Actor;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.OfficeChange;
import vn.ansinh.catalogue.OfficeDetails;
import vn.ansinh.catalogue.OfficeDirectory;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.console.Needs;
import vn.ansinh.console.OfficeChoices;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** Adding an office and changing what it says; its end has pages of its own. */
@Controller
@Needs(Permission.ADMINISTER)
@RequestMapping(OfficePages.LIST)
class OfficeFormPages {

  private static final String FORM = "console/admin/officeform";

  private final OfficePages pages;
  private final OfficeDirectory directory;
  private final Offices offices;
  private final OfficeFormReading reading;
  private final OfficeChoices choices;
  private final OfficeTexts words;
  private final Texts texts;

  OfficeFormPages(
      OfficePages pages,
      OfficeDirectory directory,
      Offices offices,
      OfficeFormReading reading,
      OfficeChoices choices,
      OfficeTexts words,
      Texts texts) {
    this.pages = pages;
    this.directory = directory;
    this.offices = offices;
    this.reading = reading;
    this.choices = choices;
    this.words = words;
    this.texts = texts;
  }

  @GetMapping("/new")
  ModelAndView ask(
      @RequestParam(defaultValue = "") String parent,
      @AuthenticationPrincipal Officer administrator,
      Locale language) {
    var above = pages.kept(parent.isBlank() ? administrator.officeCode() : parent, administrator);
    var form =
        new OfficeFormPage.Form("", "", "", above.label(), "", "", "", TypedDate.NONE, "", "");
    return Answers.page(FORM, page(null, form, Map.of(), Problems.NONE, administrator, language));
  }

  @PostMapping
  ModelAndView add(
      @ModelAttribute OfficeForm form,
      @AuthenticationPrincipal Officer administrator,
      Locale language) {
    var code = OfficeForm.text(form.code());
    return switch (reading.read(form, code, null, language)) {
      case OfficeFormReading.Wrong(var problems) ->
          refused(null, form.shown(), Map.of(), problems, administrator, language);
      case OfficeFormReading.Details(var details) ->
          answer(
              null,
              form,
              directory.add(details, administrator.officeCode(), Actor.of(administrator.id())),
              code,
              administrator,
              language);
    };
  }

  @GetMapping("/{code}/details")
  ModelAndView show(
      @PathVariable String code, @AuthenticationPrincipal Officer administrator, Locale language) {
    var office = pages.kept(code, administrator);
    return Answers.page(
        FORM, page(office, present(code), Map.of(), Problems.NONE, administrator, language));
  }

  @PostMapping("/{code}/details")
  ModelAndView change(
      @PathVariable String code,
      @ModelAttribute OfficeForm form,
      @AuthenticationPrincipal Officer administrator,
      Locale language) {
    var office = pages.kept(code, administrator);
    return switch (reading.read(form, code, office, language)) {
      case OfficeFormReading.Wrong(var problems) ->
          refused(office, form.shown(), Map.of(), problems, administrator, language);
      case OfficeFormReading.Details(var details) ->
          answer(
              office,
              form,
              directory.change(
                  details,
                  OfficeForm.text(form.revision()),
                  administrator.officeCode(),
                  Actor.of(administrator.id())),
              code,
              administrator,
              language);
    };
  }

  private ModelAndView answer(
      @Nullable Office office,
      OfficeForm form,
      OfficeChange change,
      String code,
      Officer administrator,
      Locale language) {
    return switch (change) {
      case OfficeChange.Added _ -> Answers.seeOther(OfficePages.path(code) + "?done=added");
      case OfficeChange.Changed _ -> Answers.seeOther(OfficePages.path(code) + "?done=changed");
      case OfficeChange.Unchanged _ -> Answers.seeOther(OfficePages.path(code) + "?done=unchanged");
      case OfficeChange.Refused(var problems) ->
          refused(
              office,
              form.shown(),
              Map.of(),
              words.problems(problems, language),
              administrator,
              language);
      case OfficeChange.Stale _ -> stale(code, form, administrator, language);
    };
  }

  /** What was typed, beside what somebody else wrote; sent once more it is meant so. */
  private ModelAndView stale(String code, OfficeForm form, Officer administrator, Locale language) {
    var now = present(code);
    var typed = form.shown();
    var mine =
        new OfficeFormPage.Form(
            now.revision(),
            typed.code(),
            typed.name(),
            typed.parent(),
            typed.address(),
            typed.phone(),
            typed.hours(),
            typed.openFrom(),
            typed.wards(),
            typed.oldUnits());
    var problems = new Problems().add("name", texts.of(language, "office.stale"));
    return refused(
        pages.kept(code, administrator),
        mine,
        differing(now, mine),
        problems,
        administrator,
        language);
  }

  private ModelAndView refused(
      @Nullable Office office,
      OfficeFormPage.Form form,
      Map<String, String> current,
      Problems problems,
      Officer administrator,
      Locale language) {
    return Answers.unprocessable(
        FORM, page(office, form, current, problems, administrator, language));
  }

  private static Map<String, String> differing(OfficeFormPage.Form now, OfficeFormPage.Form typed) {
    var differing = new LinkedHashMap<String, String>();
    put(differing, "name", now.name(), typed.name());
    put(differing, "parent", now.parent(), typed.parent());
    put(differing, "address", now.address(), typed.address());
    put(differing, "phone", now.phone(), typed.phone());
    put(differing, "hours", now.hours(), typed.hours());
    put(differing, "wards", now.wards(), typed.wards());
    put(differing, "oldUnits", now.oldUnits(), typed.oldUnits());
    return differing;
  }

  private static void put(Map<String, String> all, String field, String now, String typed) {
    if (!now.lines().toList().equals(typed.lines().toList())) {
      all.put(field, now);
    }
  }

  private OfficeFormPage page(
      @Nullable Office office,
      OfficeFormPage.Form form,
      Map<String, String> current,
      Problems problems,
      Officer administrator,
      Locale language) {
    return office == null
        ? new OfficeFormPage(
            OfficePages.LIST,
            OfficePages.LIST,
            texts.of(language, "office.title"),
            false,
            false,
            form,
            current,
            choices.labels(administrator.officeCode()),
            problems)
        : new OfficeFormPage(
            OfficePages.path(office.code()) + "/details",
            OfficePages.path(office.code()),
            office.label(),
            true,
            office.code().equals(administrator.officeCode()),
            form,
            current,
            choices.labels(administrator.officeCode()),
            problems);
  }

  private OfficeFormPage.Form present(String code) {
    var entry = directory.find(code).orElseThrow(OfficePages::notFound);
    OfficeDetails details = entry.details();
    return new OfficeFormPage.Form(
        entry.revision(),
        code,
        details.name(),
        offices.find(OfficeForm.text(details.parentCode())).map(Office::label).orElse(""),
        OfficeForm.text(details.address()),
        OfficeForm.text(details.phone()),
        OfficeForm.text(details.hours()),
        TypedDate.of(details.openFrom()),
        reading.lines(details, Layer.SINCE_2025),
        reading.lines(details, Layer.UNTIL_2025));
  }
}
