package vn.ansinh.console.admin;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.audit.Actor;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.OfficeChange;
import vn.ansinh.catalogue.OfficeDirectory;
import vn.ansinh.catalogue.OfficeEntry;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.console.Needs;
import vn.ansinh.console.OfficeChoices;
import vn.ansinh.review.Queue;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Officers;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** The last day of an office and who takes over, with what still lies there said beforehand. */
@Controller
@Needs(Permission.ADMINISTER)
@RequestMapping(OfficePages.LIST + "/{code}")
class OfficeClosingPages {

  private final OfficePages pages;
  private final OfficeDirectory directory;
  private final Offices offices;
  private final Queue queue;
  private final Officers officers;
  private final OfficeChoices choices;
  private final OfficeTexts words;
  private final Texts texts;

  OfficeClosingPages(
      OfficePages pages,
      OfficeDirectory directory,
      Offices offices,
      Queue queue,
      Officers officers,
      OfficeChoices choices,
      OfficeTexts words,
      Texts texts) {
    this.pages = pages;
    this.directory = directory;
    this.offices = offices;
    this.queue = queue;
    this.officers = officers;
    this.choices = choices;
    this.words = words;
    this.texts = texts;
  }

  @GetMapping("/closing")
  ModelAndView ask(@PathVariable String code, @AuthenticationPrincipal Officer administrator) {
    var office = closable(code, administrator);
    var successor =
        offices.find(OfficeForm.text(office.successorCode())).map(Office::label).orElse("");
    return Answers.page(
        "console/admin/closing",
        page(office, TypedDate.of(office.openUntil()), successor, Problems.NONE, administrator));
  }

  @PostMapping("/closing")
  ModelAndView close(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String revision,
      @RequestParam(defaultValue = "") String lastDayDay,
      @RequestParam(defaultValue = "") String lastDayMonth,
      @RequestParam(defaultValue = "") String lastDayYear,
      @RequestParam(defaultValue = "") String successor,
      @AuthenticationPrincipal Officer administrator,
      Locale language) {
    var office = closable(code, administrator);
    var typed = TypedDate.of(lastDayDay, lastDayMonth, lastDayYear);
    var lastDay = typed.read();
    if (lastDay.isEmpty()) {
      var key = typed.isEmpty() ? "office.problem.OPEN_UNTIL.MISSING" : "office.problem.date";
      var problems = new Problems().add("lastDay", texts.of(language, key));
      return refused(office, typed, successor, problems, administrator);
    }
    var change =
        end(code, revision, lastDay.get(), OfficeForm.officeCode(successor), administrator);
    return switch (change) {
      case OfficeChange.Refused(var problems) ->
          refused(office, typed, successor, words.problems(problems, language), administrator);
      case OfficeChange.Stale _ ->
          refused(
              office,
              typed,
              successor,
              new Problems().add("lastDay", texts.of(language, "office.stale")),
              administrator);
      case OfficeChange.Added _, OfficeChange.Changed _ ->
          Answers.seeOther(OfficePages.path(code) + "?done=closed");
      case OfficeChange.Unchanged _ -> Answers.seeOther(OfficePages.path(code) + "?done=unchanged");
    };
  }

  @PostMapping("/reopening")
  ModelAndView reopen(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String revision,
      @AuthenticationPrincipal Officer administrator) {
    closable(code, administrator);
    var done =
        switch (end(code, revision, null, null, administrator)) {
          case OfficeChange.Changed _, OfficeChange.Added _ -> "reopened";
          case OfficeChange.Unchanged _ -> "unchanged";
          case OfficeChange.Stale _, OfficeChange.Refused _ -> "stale";
        };
    return Answers.seeOther(OfficePages.path(code) + "?done=" + done);
  }

  private OfficeChange end(
      String code,
      String revision,
      @Nullable LocalDate lastDay,
      @Nullable String successor,
      Officer administrator) {
    var details = entry(code).details().until(lastDay, successor);
    return directory.change(
        details, revision, administrator.officeCode(), Actor.of(administrator.id()));
  }

  /** The agency never closes, and nobody closes the office they work for. */
  private Office closable(String code, Officer administrator) {
    var office = pages.kept(code, administrator);
    if (List.of(Office.ROOT, administrator.officeCode()).contains(code)) {
      throw OfficePages.notFound();
    }
    return office;
  }

  private ModelAndView refused(
      Office office,
      TypedDate lastDay,
      String successor,
      Problems problems,
      Officer administrator) {
    return Answers.unprocessable(
        "console/admin/closing", page(office, lastDay, successor, problems, administrator));
  }

  private ClosingPage page(
      Office office,
      TypedDate lastDay,
      String successor,
      Problems problems,
      Officer administrator) {
    var entry = entry(office.code());
    return new ClosingPage(
        OfficePages.path(office.code()),
        office.code(),
        office.label(),
        entry.revision(),
        lastDay,
        successor,
        queue.openAt(office.code()),
        officers.in(List.of(office.code())).stream().filter(Officer::active).count(),
        entry.openBelow(),
        choices.labels(administrator.officeCode()),
        problems);
  }

  private OfficeEntry entry(String code) {
    return directory.find(code).orElseThrow(OfficePages::notFound);
  }
}
