package vn.ansinh.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.ansinh.web.Texts;

/** What is wrong with a file of no personal facts, as a CSV file: line, column, value, reason. */
@Component
public class ProblemFile {

  private final Texts texts;

  ProblemFile(Texts texts) {
    this.texts = texts;
  }

  /** With the byte order mark that makes spreadsheets see UTF-8. */
  public byte[] of(List<RowProblem> problems) {
    var text = new StringWriter();
    text.append('\ufeff');
    try (var csv = CsvWriter.builder().build(text)) {
      csv.writeRecord("line", "column", "value", "problem_vi", "problem_en");
      for (var it : problems) {
        var arguments = it.arguments().toArray();
        csv.writeRecord(
            Long.toString(it.line()),
            it.column(),
            it.value(),
            texts.of(Texts.VIETNAMESE, it.key(), arguments),
            texts.of(Texts.ENGLISH, it.key(), arguments));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** How many lines have a problem. */
  public static long lines(List<RowProblem> problems) {
    return problems.stream().map(RowProblem::line).distinct().count();
  }
}
