package vn.ansinh.imports;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ansinh.audit.Actor;
import vn.ansinh.catalogue.AdministrativeUnits;
import vn.ansinh.catalogue.OfficeChange;
import vn.ansinh.catalogue.OfficeDirectory;
import vn.ansinh.catalogue.Offices;

/** One pass over one office file: its header, its rows so far and what was wrong with them. */
final class OfficeImportRun {

  private final Offices offices;
  private final OfficeDirectory directory;
  private final AdministrativeUnits units;
  private final String keeper;
  private final Actor actor;
  private final List<@Nullable OfficeColumn> columns = new ArrayList<>();
  private final Map<String, Long> lineOfCode = new HashMap<>();
  private final List<RowProblem> problems = new ArrayList<>();
  private long lastLine;
  private int rows;
  private int added;
  private int changed;
  private int unchanged;

  OfficeImportRun(
      Offices offices,
      OfficeDirectory directory,
      AdministrativeUnits units,
      String keeper,
      Actor actor) {
    this.offices = offices;
    this.directory = directory;
    this.units = units;
    this.keeper = keeper;
    this.actor = actor;
  }

  /** False when rows cannot be told apart by it. */
  boolean header(List<String> names) {
    lastLine = 1;
    var missing = EnumSet.allOf(OfficeColumn.class);
    for (var name : names) {
      var column = OfficeColumn.named(name).orElse(null);
      columns.add(column);
      if (column == null) {
        problems.add(new RowProblem(1, name.strip(), "", "officefile.column.unknown", List.of()));
      } else if (!missing.remove(column)) {
        problems.add(new RowProblem(1, name.strip(), "", "officefile.column.twice", List.of()));
      }
    }
    missing.stream()
        .filter(OfficeColumn::required)
        .forEach(
            it ->
                problems.add(
                    new RowProblem(1, it.header(), "", "officefile.column.missing", List.of())));
    return problems.isEmpty();
  }

  void row(CsvRecord row) {
    rows++;
    lastLine = row.getStartingLineNumber();
    if (row.getFieldCount() != columns.size()) {
      problems.add(
          new RowProblem(
              lastLine, "", "", "officefile.cells", List.of(columns.size(), row.getFieldCount())));
      return;
    }
    keep(new OfficeRow(lastLine, cells(row)));
  }

  void wholeFile(long line, String key) {
    problems.add(new RowProblem(line, "", "", "officefile." + key, List.of()));
  }

  long nextLine() {
    return lastLine + 1;
  }

  List<RowProblem> problems() {
    return problems;
  }

  OfficeImportReport report(boolean written) {
    return new OfficeImportReport(rows, added, changed, unchanged, problems, written);
  }

  private void keep(OfficeRow row) {
    var earlier = lineOfCode.putIfAbsent(row.code(), lastLine);
    if (earlier != null) {
      problems.add(row.problem(OfficeColumn.CODE, "twice", earlier));
      return;
    }
    var known = offices.find(row.code()).orElse(null);
    var details = row.details(known, offices.serves(row.code()), units);
    if (!row.problems().isEmpty()) {
      problems.addAll(row.problems());
      return;
    }
    switch (directory.write(details, keeper, actor)) {
      case OfficeChange.Added _ -> added++;
      case OfficeChange.Changed _ -> changed++;
      case OfficeChange.Unchanged _ -> unchanged++;
      case OfficeChange.Stale _ -> throw new IllegalStateException("a file names no revision");
      case OfficeChange.Refused(var reasons) ->
          reasons.forEach(
              it ->
                  problems.add(
                      row.problem(OfficeColumn.of(it.field()), "reason." + it.reason().name())));
    }
  }

  private Map<OfficeColumn, String> cells(CsvRecord row) {
    var cells = new EnumMap<OfficeColumn, String>(OfficeColumn.class);
    for (var i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      if (column != null) {
        cells.put(column, row.getField(i));
      }
    }
    return cells;
  }
}
