package vn.ansinh.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Texts;

/**
 * A CSV file that names every row left out: line, column, and the reason in both languages; never
 * what the row says, since that is personal. Made when there is something to tell; one that an
 * earlier import left is emptied.
 */
final class ProblemReport implements AutoCloseable {

  private final Path path;
  private final Texts texts;
  private @Nullable CsvWriter file;
  private long problems;

  ProblemReport(Path path, Texts texts) {
    this.path = path;
    this.texts = texts;
    if (Files.isRegularFile(path)) {
      open();
    }
  }

  Path path() {
    return path;
  }

  long problems() {
    return problems;
  }

  void add(RowProblem problem) {
    var csv = file == null ? open() : file;
    var arguments = problem.arguments().toArray();
    csv.writeRecord(
        Long.toString(problem.line()),
        problem.column(),
        texts.of(Texts.VIETNAMESE, problem.key(), arguments),
        texts.of(Texts.ENGLISH, problem.key(), arguments));
    problems++;
  }

  @Override
  public void close() {
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private CsvWriter open() {
    try {
      var csv = CsvWriter.builder().build(path);
      csv.writeRecord("line", "column", "problem_vi", "problem_en");
      file = csv;
      return csv;
    } catch (IOException e) {
      throw new ImportFailure("Cannot write " + path + ": " + ImportFailure.reason(e), e);
    }
  }
}
