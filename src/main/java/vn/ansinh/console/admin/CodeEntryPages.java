package vn.ansinh.console.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.audit.Actor;
import vn.ansinh.catalogue.CodeChange;
import vn.ansinh.catalogue.CodeEntry;
import vn.ansinh.catalogue.CodeList;
import vn.ansinh.catalogue.CodeLists;
import vn.ansinh.console.Needs;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/**
 * One entry of a code list: its versions, a new one from a day on, its end. The past is not
 * rewritten; a form made from what somebody else has changed meanwhile writes nothing.
 */
@Controller
@Needs(Permission.ADMINISTER)
@RequestMapping(CodeListTexts.LISTS + "/{name}")
class CodeEntryPages {

  private final CodeLists lists;
  private final CodeListTexts words;
  private final Texts texts;
  private final Clock clock;

  CodeEntryPages(CodeLists lists, CodeListTexts words, Texts texts, Clock clock) {
    this.lists = lists;
    this.words = words;
    this.texts = texts;
    this.clock = clock;
  }

  @GetMapping("/new")
  ModelAndView ask(
      @PathVariable String name, @AuthenticationPrincipal Officer administrator, Locale language) {
    var list = changeable(name, administrator);
    var form = new CodeEntryPage.Form(0, "", "", "", "", TypedDate.of(today()));
    return Answers.page(
        "console/admin/codeentry",
        page(list, null, form, TypedDate.NONE, Problems.NONE, administrator, language));
  }

  @PostMapping
  ModelAndView add(
      @PathVariable String name,
      @ModelAttribute CodeEntryForm form,
      @AuthenticationPrincipal Officer administrator,
      Locale language) {
    var list = changeable(name, administrator);
    var shown = form.shown();
    if (lists.revision(list, shown.code()) > 0) {
      var problems = new Problems().add("code", texts.of(language, "codelist.problem.taken"));
      return refused(list, null, shown, TypedDate.NONE, problems, administrator, language);
    }
    return write(list, null, shown, 0, administrator, language);
  }

  @GetMapping("/{code}")
  ModelAndView show(
      @PathVariable String name,
      @PathVariable String code,
      @AuthenticationPrincipal Officer administrator,
      Locale language) {
    var list = CodeListPages.named(name);
    return Answers.page(
        "console/admin/codeentry",
        page(
            list,
            code,
            present(list, code),
            TypedDate.NONE,
            Problems.NONE,
            administrator,
            language));
  }

  @PostMapping("/{code}/versions")
  ModelAndView change(
      @PathVariable String name,
      @PathVariable String code,
      @ModelAttribute CodeEntryForm form,
      @AuthenticationPrincipal Officer administrator,
      Locale language) {
    var list = changeable(name, administrator);
    present(list, code);
    var shown = form.shown();
    var from = shown.from().read();
    if (from.isPresent() && from.get().isBefore(today())) {
      var problems = new Problems().add("from", texts.of(language, "codelist.problem.past"));
      return refused(list, code, shown, TypedDate.NONE, problems, administrator, language);
    }
    return write(list, code, shown, shown.revision(), administrator, language);
  }

  @PostMapping("/{code}/ending")
  ModelAndView end(
      @PathVariable String name,
      @PathVariable String code,
      @RequestParam(defaultValue = "") String revision,
      @RequestParam(defaultValue = "") String lastDayDay,
      @RequestParam(defaultValue = "") String lastDayMonth,
      @RequestParam(defaultValue = "") String lastDayYear,
      @AuthenticationPrincipal Officer administrator,
      Locale language) {
    var list = changeable(name, administrator);
    var form = present(list, code);
    var typed = TypedDate.of(lastDayDay, lastDayMonth, lastDayYear);
    var lastDay = typed.read();
    var problem =
        lastDay.isEmpty()
            ? "codelist.problem.date"
            : lastDay.get().isBefore(today().minusDays(1)) ? "codelist.problem.past.end" : "";
    if (lastDay.isEmpty() || !problem.isEmpty()) {
      var problems = new Problems().add("lastDay", texts.of(language, problem));
      return refused(list, code, form, typed, problems, administrator, language);
    }
    var change =
        lists.end(
            list,
            code,
            lastDay.get(),
            CodeEntryForm.number(revision),
            Actor.of(administrator.id()));
    return switch (change) {
      case CodeChange.Done() -> Answers.seeOther(CodeListTexts.path(list) + "?done=ended");
      case CodeChange.Refused(var reason) ->
          refused(
              list,
              code,
              form,
              typed,
              words.problems(reason, "lastDay", language),
              administrator,
              language);
    };
  }

  private ModelAndView write(
      CodeList list,
      @Nullable String code,
      CodeEntryPage.Form form,
      int revision,
      Officer administrator,
      Locale language) {
    var from = form.from().read();
    if (from.isEmpty()) {
      var problems = new Problems().add("from", texts.of(language, "codelist.problem.date"));
      return refused(list, code, form, TypedDate.NONE, problems, administrator, language);
    }
    var written = code == null ? form.code() : code;
    var entry =
        new CodeEntry(
            list,
            written,
            form.nameVi(),
            form.nameEn(),
            attributes(list, written, form.attribute()),
            from.get(),
            null);
    return switch (lists.write(entry, revision, Actor.of(administrator.id()))) {
      case CodeChange.Done() ->
          Answers.seeOther(
              CodeListTexts.path(list) + "?done=" + (code == null ? "added" : "changed"));
      case CodeChange.Refused(var reason) ->
          refused(
              list,
              code,
              form,
              TypedDate.NONE,
              words.problems(reason, "from", language),
              administrator,
              language);
    };
  }

  /** What the form does not show stays as the newest version has it. */
  private Map<String, String> attributes(CodeList list, String code, String typed) {
    var attributes = new HashMap<String, String>();
    lists.versions(list, code).stream()
        .findFirst()
        .ifPresent(it -> attributes.putAll(it.attributes()));
    var key = CodeListTexts.attribute(list);
    if (key != null) {
      attributes.put(key, typed);
      attributes.values().removeIf(String::isEmpty);
    }
    return attributes;
  }

  /** Sent once more, the form is meant as an answer to what stands there now. */
  private ModelAndView refused(
      CodeList list,
      @Nullable String code,
      CodeEntryPage.Form typed,
      TypedDate lastDay,
      Problems problems,
      Officer administrator,
      Locale language) {
    var form =
        code == null
            ? typed
            : new CodeEntryPage.Form(
                lists.revision(list, code),
                code,
                typed.nameVi(),
                typed.nameEn(),
                typed.attribute(),
                typed.from());
    return Answers.unprocessable(
        "console/admin/codeentry",
        page(list, code, form, lastDay, problems, administrator, language));
  }

  private CodeEntryPage page(
      CodeList list,
      @Nullable String code,
      CodeEntryPage.Form form,
      TypedDate lastDay,
      Problems problems,
      Officer administrator,
      Locale language) {
    var versions = code == null ? List.<CodeEntry>of() : lists.versions(list, code);
    var attribute = CodeListTexts.attribute(list);
    return new CodeEntryPage(
        CodeListTexts.path(list),
        words.name(list, language),
        code == null ? CodeListTexts.path(list) : CodeListTexts.path(list, code),
        code != null,
        attribute == null ? null : "codelist." + attribute,
        words.attributes(list, language),
        form,
        lastDay,
        versions.stream().map(it -> words.row(it, language)).toList(),
        versions.stream().anyMatch(it -> it.validTo() == null),
        CodeListPages.mayChange(administrator),
        problems);
  }

  /** The newest version as a form, from today on. */
  private CodeEntryPage.Form present(CodeList list, String code) {
    return lists.versions(list, code).stream()
        .findFirst()
        .map(
            it ->
                new CodeEntryPage.Form(
                    lists.revision(list, code),
                    code,
                    it.nameVi(),
                    it.nameEn(),
                    CodeListTexts.value(it),
                    TypedDate.of(today())))
        .orElseThrow(OfficePages::notFound);
  }

  private static CodeList changeable(String name, Officer administrator) {
    if (!CodeListPages.mayChange(administrator)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    return CodeListPages.named(name);
  }

  private LocalDate today() {
    return VietnamTime.today(clock);
  }
}
