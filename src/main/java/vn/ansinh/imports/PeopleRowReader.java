package vn.ansinh.imports;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;

/** Makes a person out of a row, or says all that is wrong with it. */
final class PeopleRowReader {

  private final PeopleHeader header;
  private final PeopleCodes.Today codes;

  PeopleRowReader(PeopleHeader header, PeopleCodes.Today codes) {
    this.header = header;
    this.codes = codes;
  }

  PeopleRow read(CsvRecord row) {
    long line = row.getStartingLineNumber();
    if (row.getFieldCount() != header.width()) {
      return new PeopleRow(
          line,
          null,
          List.of(
              new RowProblem(
                  line,
                  "",
                  "",
                  "peoplefile.row.FIELDS",
                  List.of(text(row.getFieldCount()), text(header.width())))));
    }
    var fields = new PeopleFields(header, codes, row);
    var person = fields.person();
    return fields.problems().isEmpty()
        ? new PeopleRow(line, person, List.of())
        : new PeopleRow(line, null, fields.problems());
  }

  private static String text(int number) {
    return Integer.toString(number);
  }
}
