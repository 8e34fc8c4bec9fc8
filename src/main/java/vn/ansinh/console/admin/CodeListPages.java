package vn.ansinh.console.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.catalogue.CodeEntry;
import vn.ansinh.catalogue.CodeList;
import vn.ansinh.catalogue.CodeLists;
import vn.ansinh.catalogue.Office;
import vn.ansinh.platform.SearchText;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.staff.Officer;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Texts;

/** The code lists to look at: what holds today, or every version there was, is or is planned. */
@Controller
@RequestMapping(CodeListTexts.LISTS)
class CodeListPages {

  private static final int LONGEST_QUERY = 100;

  private final CodeLists lists;
  private final CodeListTexts words;
  private final Texts texts;
  private final Clock clock;

  CodeListPages(CodeLists lists, CodeListTexts words, Texts texts, Clock clock) {
    this.lists = lists;
    this.words = words;
    this.texts = texts;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView all(Locale language) {
    var today = VietnamTime.today(clock);
    return Answers.page(
        "console/admin/codelists",
        new CodeListsPage(
            Arrays.stream(CodeList.values()).map(it -> tile(it, today, language)).toList()));
  }

  @GetMapping("/{name}")
  ModelAndView list(
      @PathVariable String name,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String versions,
      @RequestParam(defaultValue = "") String done,
      @AuthenticationPrincipal Officer administrator,
      Locale language) {
    var list = named(name);
    var text = OfficeForm.text(q);
    var query = text.substring(0, Math.min(text.length(), LONGEST_QUERY));
    var all = versions.equals("all");
    var entries = all ? lists.versions(list) : lists.on(list, VietnamTime.today(clock));
    var attribute = CodeListTexts.attribute(list);
    return Answers.page(
        "console/admin/codelist",
        new CodeListPage(
            CodeListTexts.path(list),
            words.name(list, language),
            words.about(list, language),
            attribute == null ? null : "codelist." + attribute,
            query,
            all,
            entries.stream()
                .filter(it -> matches(it, query))
                .map(it -> words.row(it, language))
                .toList(),
            mayChange(administrator),
            texts.find(language, "codelist.done." + done).orElse(null)));
  }

  /** Lists all offices use are changed by administrators of the agency itself only. */
  static boolean mayChange(Officer administrator) {
    return administrator.officeCode().equals(Office.ROOT);
  }

  static CodeList named(String name) {
    return Arrays.stream(CodeList.values())
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(OfficePages::notFound);
  }

  private CodeListsPage.Tile tile(CodeList list, LocalDate today, Locale language) {
    return new CodeListsPage.Tile(
        CodeListTexts.path(list),
        words.name(list, language),
        words.about(list, language),
        lists.on(list, today).size());
  }

  private static boolean matches(CodeEntry entry, String query) {
    var text =
        " "
            + SearchText.of(
                String.join(
                    " ", entry.code(), entry.nameVi(), entry.nameEn(), CodeListTexts.value(entry)));
    return Stream.of(SearchText.of(query).split(" ")).allMatch(it -> text.contains(" " + it));
  }
}
