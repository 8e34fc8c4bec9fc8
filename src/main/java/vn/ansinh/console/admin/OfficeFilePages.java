package vn.ansinh.console.admin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.audit.Actor;
import vn.ansinh.console.Needs;
import vn.ansinh.imports.HeldFiles;
import vn.ansinh.imports.OfficeExport;
import vn.ansinh.imports.OfficeImport;
import vn.ansinh.imports.OfficeImport.Keep;
import vn.ansinh.imports.OfficeImportReport;
import vn.ansinh.imports.ProblemFile;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/**
 * Office files in and out. What is sent in is looked at first, held for the administrator alone,
 * and written only when they say so: all of it if all is well, or the good rows.
 */
@Controller
@Needs(Permission.ADMINISTER)
@RequestMapping(OfficeFilePages.FILE)
class OfficeFilePages {

  static final String FILE = OfficePages.LIST + "/file";

  private static final String VIEW = "console/admin/officefile";
  private static final long LARGEST = 5L * 1024 * 1024;
  private static final int SHOWN = 200;

  private final OfficeImport imports;
  private final OfficeExport exports;
  private final HeldFiles held;
  private final ProblemFile problemFile;
  private final Texts texts;

  OfficeFilePages(
      OfficeImport imports,
      OfficeExport exports,
      HeldFiles held,
      ProblemFile problemFile,
      Texts texts) {
    this.imports = imports;
    this.exports = exports;
    this.held = held;
    this.problemFile = problemFile;
    this.texts = texts;
  }

  @GetMapping
  ModelAndView ask(
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "0") int added,
      @RequestParam(defaultValue = "0") int changed,
      @RequestParam(defaultValue = "0") int left,
      Locale language) {
    var said = texts.find(language, "office.file.done." + done, added, changed, left).orElse(null);
    return Answers.page(VIEW, new OfficeFilePage(null, said, Problems.NONE));
  }

  @PostMapping
  ModelAndView look(
      @RequestParam(required = false) @Nullable MultipartFile file,
      @AuthenticationPrincipal Officer administrator,
      Locale language)
      throws IOException {
    var problem =
        file == null || file.isEmpty() ? "missing" : file.getSize() > LARGEST ? "large" : "";
    if (file == null || !problem.isEmpty()) {
      var problems =
          new Problems().add("file", texts.of(language, "office.file.problem." + problem));
      return Answers.unprocessable(VIEW, new OfficeFilePage(null, null, problems));
    }
    var id = held.hold(HeldFiles.Kind.OFFICES, file.getBytes(), administrator.id());
    return Answers.seeOther(FILE + "/" + id);
  }

  @GetMapping("/{id}")
  ModelAndView preview(
      @PathVariable UUID id, @AuthenticationPrincipal Officer administrator, Locale language) {
    return held.find(id, HeldFiles.Kind.OFFICES, administrator.id())
        .map(it -> run(it, Keep.NOTHING, administrator))
        .map(
            it ->
                Answers.page(
                    VIEW, new OfficeFilePage(preview(id, it, language), null, Problems.NONE)))
        .orElseGet(OfficeFilePages::gone);
  }

  @PostMapping("/{id}")
  ModelAndView write(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String rows,
      @AuthenticationPrincipal Officer administrator,
      Locale language) {
    var content = held.find(id, HeldFiles.Kind.OFFICES, administrator.id());
    if (content.isEmpty()) {
      return gone();
    }
    var keep = rows.equals("good") ? Keep.GOOD_ROWS : Keep.ALL_OR_NONE;
    var report = run(content.get(), keep, administrator);
    if (!report.written()) {
      var problems = new Problems().add("rows", texts.of(language, "office.file.problem.rows"));
      return Answers.unprocessable(
          VIEW, new OfficeFilePage(preview(id, report, language), null, problems));
    }
    held.forget(id, HeldFiles.Kind.OFFICES, administrator.id());
    return Answers.seeOther(
        "%s?done=written&added=%d&changed=%d&left=%d"
            .formatted(
                FILE, report.added(), report.changed(), ProblemFile.lines(report.problems())));
  }

  @GetMapping("/{id}/problems.csv")
  ResponseEntity<byte[]> problems(
      @PathVariable UUID id, @AuthenticationPrincipal Officer administrator) {
    return held.find(id, HeldFiles.Kind.OFFICES, administrator.id())
        .map(it -> run(it, Keep.NOTHING, administrator))
        .map(it -> Downloads.csv("problems.csv", problemFile.of(it.problems())))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @GetMapping("/template.csv")
  ResponseEntity<byte[]> template() {
    return Downloads.csv("offices-template.csv", exports.template());
  }

  @GetMapping("/offices.csv")
  ResponseEntity<byte[]> export(@AuthenticationPrincipal Officer administrator) {
    return Downloads.csv("offices.csv", exports.under(administrator.officeCode()));
  }

  private OfficeImportReport run(byte[] content, Keep keep, Officer administrator) {
    return imports.run(
        new ByteArrayInputStream(content),
        keep,
        administrator.officeCode(),
        Actor.of(administrator.id()));
  }

  private OfficeFilePage.Preview preview(UUID id, OfficeImportReport report, Locale language) {
    List<OfficeFilePage.Row> shown =
        report.problems().stream()
            .limit(SHOWN)
            .map(
                it ->
                    new OfficeFilePage.Row(
                        it.line(),
                        it.column(),
                        it.value().length() > 80 ? it.value().substring(0, 80) + "…" : it.value(),
                        texts.of(language, it.key(), it.arguments().toArray())))
            .toList();
    return new OfficeFilePage.Preview(
        FILE + "/" + id,
        report.rows(),
        report.added(),
        report.changed(),
        report.unchanged(),
        report.problems().size(),
        shown);
  }

  private static ModelAndView gone() {
    return Answers.seeOther(FILE + "?done=gone");
  }
}
