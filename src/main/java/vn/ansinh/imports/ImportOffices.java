package vn.ansinh.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.ansinh.audit.Actor;
import vn.ansinh.platform.Command;
import vn.ansinh.web.Texts;

/** {@code bin/ansinh import offices FILE [--partial]}; see docs/imports.md. */
@Component
@Command.Named(
    value = "import offices",
    usage = "FILE [--partial]",
    does = "adds and changes offices from a CSV file")
class ImportOffices implements Command {

  private static final int SHOWN = 20;

  private final OfficeImport imports;
  private final Texts texts;

  ImportOffices(OfficeImport imports, Texts texts) {
    this.imports = imports;
    this.texts = texts;
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
    var files = new ArrayList<>(arguments);
    var partial = files.remove("--partial");
    if (files.size() != 1 || files.getFirst().startsWith("--")) {
      return 2;
    }
    var file = Path.of(files.getFirst());
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      err.println("cannot read " + file);
      return 1;
    }
    OfficeImportReport report;
    try (var content = Files.newInputStream(file)) {
      report =
          imports.run(
              content,
              partial ? OfficeImport.Keep.GOOD_ROWS : OfficeImport.Keep.ALL_OR_NONE,
              Actor.SYSTEM);
    }
    tell(report, file, out, err);
    return report.clean() ? 0 : 1;
  }

  private void tell(OfficeImportReport report, Path file, PrintStream out, PrintStream err)
      throws IOException {
    out.printf(
        "%d rows: %d added, %d changed, %d unchanged, %d problems%n",
        report.rows(),
        report.added(),
        report.changed(),
        report.unchanged(),
        report.problems().size());
    if (report.clean()) {
      return;
    }
    report.problems().stream().limit(SHOWN).forEach(it -> err.println(sentence(it)));
    var written = Path.of(file + ".problems.csv");
    write(report, written);
    err.println(
        (report.written() ? "good rows were kept" : "nothing was kept")
            + "; every problem stands in "
            + written);
  }

  private String sentence(RowProblem problem) {
    return "line %d%s: %s / %s"
        .formatted(
            problem.line(),
            problem.column().isEmpty() ? "" : ", " + problem.column(),
            vietnamese(problem),
            english(problem));
  }

  private void write(OfficeImportReport report, Path file) throws IOException {
    try (var csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
      csv.writeRecord("line", "column", "value", "problem_vi", "problem_en");
      for (var it : report.problems()) {
        csv.writeRecord(
            String.valueOf(it.line()), it.column(), it.value(), vietnamese(it), english(it));
      }
    }
  }

  private String vietnamese(RowProblem problem) {
    return texts.of(Texts.VIETNAMESE, problem.key(), problem.arguments().toArray());
  }

  private String english(RowProblem problem) {
    return texts.of(Texts.ENGLISH, problem.key(), problem.arguments().toArray());
  }
}
