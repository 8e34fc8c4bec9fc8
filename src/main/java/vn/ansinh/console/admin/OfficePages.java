package vn.ansinh.console.admin;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.OfficeDirectory;
import vn.ansinh.catalogue.OfficeEntry;
import vn.ansinh.catalogue.OfficeListing;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.console.admin.OfficesPage.Link;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.staff.Officer;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Texts;

/** The offices an administrator keeps: the own one and all below, level by level or by a search. */
@Controller
@RequestMapping(OfficePages.LIST)
class OfficePages {

  static final String LIST = "/console/admin/offices";

  private static final int LONGEST_QUERY = 100;
  private static final int LAST_PAGE = 1_000;

  private final OfficeDirectory directory;
  private final Offices offices;
  private final ServedUnits units;
  private final OfficeTexts words;
  private final Texts texts;

  OfficePages(
      OfficeDirectory directory,
      Offices offices,
      ServedUnits units,
      OfficeTexts words,
      Texts texts) {
    this.directory = directory;
    this.offices = offices;
    this.units = units;
    this.words = words;
    this.texts = texts;
  }

  /** What a list is asked for. */
  record Query(
      @Nullable String parent,
      @Nullable String q,
      @Nullable String closed,
      @Nullable Integer page) {

    String text() {
      var text = OfficeForm.text(q);
      return text.substring(0, Math.min(text.length(), LONGEST_QUERY));
    }

    boolean closedToo() {
      return "true".equals(closed);
    }

    int number() {
      return page == null ? 0 : Math.clamp(page, 0, LAST_PAGE);
    }
  }

  @GetMapping
  ModelAndView list(Query query, @AuthenticationPrincipal Officer administrator, Locale language) {
    var keeper = administrator.officeCode();
    if (!query.text().isEmpty()) {
      var found = directory.search(query.text(), keeper, query.closedToo(), query.number());
      return Answers.page("console/admin/offices", page(query, null, List.of(), found, language));
    }
    var parent = query.parent() == null || query.parent().isBlank() ? keeper : query.parent();
    var office = kept(parent, administrator);
    var found = directory.below(parent, query.closedToo(), query.number());
    return Answers.page(
        "console/admin/offices", page(query, office, above(parent, keeper), found, language));
  }

  @GetMapping("/{code}")
  ModelAndView show(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String done,
      @AuthenticationPrincipal Officer administrator,
      Locale language) {
    var office = kept(code, administrator);
    var entry = directory.find(code).orElseThrow(OfficePages::notFound);
    return Answers.page(
        "console/admin/keptoffice",
        page(
            office,
            entry,
            administrator,
            texts.find(language, "office.done." + done).orElse(null),
            language));
  }

  /**
   * @throws ResponseStatusException 404 for offices elsewhere and for what is none
   */
  Office kept(String code, Officer administrator) {
    return offices
        .find(code)
        .filter(it -> offices.covers(administrator.officeCode(), it.code()))
        .orElseThrow(OfficePages::notFound);
  }

  static String path(String code) {
    return LIST + "/" + code;
  }

  private OfficesPage page(
      Query query,
      @Nullable Office office,
      List<Link> above,
      OfficeListing found,
      Locale language) {
    return new OfficesPage(
        above,
        office == null ? null : new Link(path(office.code()), office.label()),
        office == null ? "" : office.code(),
        query.text(),
        query.closedToo(),
        found.lines().stream().map(it -> row(it, query.closedToo(), language)).toList(),
        found.total(),
        found.page() > 0 ? address(query, found.page() - 1) : null,
        found.hasNext() ? address(query, found.page() + 1) : null,
        null);
  }

  private OfficesPage.Row row(OfficeListing.Line line, boolean closedToo, Locale language) {
    var office = line.office();
    return new OfficesPage.Row(
        path(office.code()),
        office.code(),
        office.name(),
        office.address(),
        office.phone(),
        line.below(),
        below(office.code()) + (closedToo ? "&closed=true" : ""),
        words.state(office, language),
        words.tone(office));
  }

  private KeptOfficePage page(
      Office office,
      OfficeEntry entry,
      Officer administrator,
      @Nullable String done,
      Locale language) {
    var code = office.code();
    return new KeptOfficePage(
        path(code),
        code,
        office.name(),
        above(code, administrator.officeCode()),
        words.state(office, language),
        words.tone(office),
        office.address(),
        office.phone(),
        office.hours(),
        VietnamTime.show(office.openFrom()),
        office.openUntil() == null ? null : VietnamTime.show(office.openUntil()),
        Stream.ofNullable(office.successorCode())
            .flatMap(it -> offices.find(it).stream())
            .map(OfficePages::link)
            .findFirst()
            .orElse(null),
        entry.predecessors().stream().map(OfficePages::link).toList(),
        entry.formerNames().stream()
            .map(
                it ->
                    texts.of(
                        language, "office.former.until", it.name(), VietnamTime.show(it.until())))
            .toList(),
        units.lines(entry.details().serves(), Layer.SINCE_2025),
        units.lines(entry.details().serves(), Layer.UNTIL_2025),
        entry.openBelow(),
        below(code),
        entry.revision(),
        code.equals(administrator.officeCode()),
        code.equals(Office.ROOT),
        office.openUntil() != null,
        done);
  }

  /** From the administrator's own office down, the last one not included. */
  private List<Link> above(String code, String keeper) {
    var path = directory.path(code);
    return path.stream()
        .dropWhile(it -> !it.code().equals(keeper))
        .filter(it -> !it.code().equals(code))
        .map(it -> new Link(below(it.code()), it.label()))
        .toList();
  }

  private static Link link(Office office) {
    return new Link(path(office.code()), office.label());
  }

  private static String below(String code) {
    return LIST + "?parent=" + code;
  }

  private static String address(Query query, int page) {
    var address = UriComponentsBuilder.fromPath(LIST).queryParam("page", page);
    if (query.closedToo()) {
      address.queryParam("closed", "true");
    }
    return (query.text().isEmpty()
            ? address.queryParam("parent", "{value}")
            : address.queryParam("q", "{value}"))
        .encode()
        .buildAndExpand(query.text().isEmpty() ? OfficeForm.text(query.parent()) : query.text())
        .toUriString();
  }

  static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
