package vn.ansinh.imports;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a people file once from end to end before anything is written. */
final class PeopleFileCheck {

  private final CsvFile file;
  private final PeopleCodes.Today codes;
  private final ProblemReport report;
  private @Nullable PeopleRowReader reader;
  private long rows;

  PeopleFileCheck(CsvFile file, PeopleCodes.Today codes, ProblemReport report) {
    this.file = file;
    this.codes = codes;
    this.report = report;
  }

  /**
   * What the file is.
   *
   * @param duplicates lines with a number of an earlier line, and that line
   */
  record Checked(String digest, long rows, Map<Long, Long> duplicates) {}

  Checked run(ImportWatcher watcher) {
    var digest = sha256();
    watcher.begins(ImportWatcher.Phase.CHECKING, 0, file.bytes());
    try (var numbers = new DuplicateNumbers()) {
      file.read(
          bytes -> new ObservedStream(bytes, digest, watcher::reached),
          header -> reader = new PeopleRowReader(new PeopleHeader(header), codes),
          row -> judge(row, numbers));
      var duplicates = numbers.find();
      duplicates.forEach(
          (line, first) ->
              report.add(
                  new RowProblem(
                      line, "", "", "peoplefile.row.NUMBER_TWICE", List.of(Long.toString(first)))));
      return new Checked(HexFormat.of().formatHex(digest.digest()), rows, duplicates);
    } finally {
      watcher.ends();
    }
  }

  private boolean judge(CsvRecord record, DuplicateNumbers numbers) {
    if (reader == null) {
      throw new IllegalStateException("the header comes first");
    }
    rows++;
    var row = reader.read(record);
    row.problems().forEach(report::add);
    if (row.person() != null) {
      numbers.add(row.line(), row.person());
    }
    return true;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
