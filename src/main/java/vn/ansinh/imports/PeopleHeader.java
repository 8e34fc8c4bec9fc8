package vn.ansinh.imports;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which column of a people file is where. */
final class PeopleHeader {

  private final Map<PeopleColumn, Integer> positions = new EnumMap<>(PeopleColumn.class);
  private final int width;

  /**
   * @throws ImportFailure when a column is unknown, missing or there twice
   */
  PeopleHeader(CsvRecord header) {
    width = header.getFieldCount();
    for (int i = 0; i < width; i++) {
      var name = header.getField(i).strip();
      var column =
          PeopleColumn.of(name)
              .orElseThrow(
                  () ->
                      new ImportFailure(
                          "The header has an unknown column: "
                              + printable(name)
                              + ". Known are "
                              + known()));
      if (positions.put(column, i) != null) {
        throw new ImportFailure("The header has the column " + name + " twice");
      }
    }
    for (var column : List.of(PeopleColumn.FULL_NAME, PeopleColumn.BIRTH_DATE, PeopleColumn.SEX)) {
      if (!positions.containsKey(column)) {
        throw new ImportFailure("The header lacks the column " + column.header);
      }
    }
    if (!positions.containsKey(PeopleColumn.SOCIAL_INSURANCE_NUMBER)
        && !positions.containsKey(PeopleColumn.PERSONAL_ID)) {
      throw new ImportFailure("The header lacks social_insurance_number and personal_id");
    }
  }

  int width() {
    return width;
  }

  /** Without spaces around it; empty when the file has no such column. */
  String value(CsvRecord row, PeopleColumn column) {
    var position = positions.get(column);
    return position == null ? "" : row.getField(position).strip();
  }

  private static String known() {
    return Arrays.stream(PeopleColumn.values())
        .map(it -> it.header)
        .collect(Collectors.joining(", "));
  }

  private static String printable(String name) {
    var text = name.replaceAll("\\P{Print}", "?");
    return "\"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\"";
  }
}
