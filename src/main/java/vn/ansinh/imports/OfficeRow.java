package vn.ansinh.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import vn.ansinh.catalogue.AdministrativeUnits;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.OfficeDetails;
import vn.ansinh.catalogue.OfficeDetails.ServedUnit;
import vn.ansinh.platform.SearchText;

/**
 * One row of an office file, read into what it says of the office. A column the file does not have
 * leaves what is known; an empty cell clears it.
 */
final class OfficeRow {

  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private final long line;
  private final Map<OfficeColumn, String> cells;
  private final List<RowProblem> problems = new ArrayList<>();

  OfficeRow(long line, Map<OfficeColumn, String> cells) {
    this.line = line;
    this.cells = cells;
  }

  String code() {
    return text(OfficeColumn.CODE, "");
  }

  /** What could not be read; asked after {@link #details}. */
  List<RowProblem> problems() {
    return problems;
  }

  OfficeDetails details(@Nullable Office known, Set<ServedUnit> served, AdministrativeUnits units) {
    return new OfficeDetails(
        code(),
        text(OfficeColumn.NAME, ""),
        optional(OfficeColumn.PARENT_CODE, known == null ? null : known.parentCode()),
        optional(OfficeColumn.ADDRESS, known == null ? null : known.address()),
        optional(OfficeColumn.PHONE, known == null ? null : known.phone()),
        optional(OfficeColumn.HOURS, known == null ? null : known.hours()),
        openFrom(),
        openUntil(known),
        optional(OfficeColumn.SUCCESSOR_CODE, known == null ? null : known.successorCode()),
        serves(served, units));
  }

  RowProblem problem(OfficeColumn column, String key, Object... arguments) {
    return new RowProblem(
        line, column.header(), text(column, ""), "officefile." + key, List.of(arguments));
  }

  private LocalDate openFrom() {
    var date = date(OfficeColumn.OPEN_FROM);
    if (date.isEmpty() && text(OfficeColumn.OPEN_FROM, "").isEmpty()) {
      problems.add(problem(OfficeColumn.OPEN_FROM, "reason.MISSING"));
    }
    return date.orElse(LocalDate.EPOCH);
  }

  private @Nullable LocalDate openUntil(@Nullable Office known) {
    return cells.containsKey(OfficeColumn.OPEN_UNTIL)
        ? date(OfficeColumn.OPEN_UNTIL).orElse(null)
        : known == null ? null : known.openUntil();
  }

  private Optional<LocalDate> date(OfficeColumn column) {
    var text = text(column, "");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.contains("/") ? LocalDate.parse(text, WRITTEN) : LocalDate.parse(text));
    } catch (DateTimeException e) {
      problems.add(problem(column, "date"));
      return Optional.empty();
    }
  }

  private Set<ServedUnit> serves(Set<ServedUnit> served, AdministrativeUnits units) {
    BiFunction<OfficeColumn, Layer, Set<ServedUnit>> read =
        (column, layer) -> {
          var found = new HashSet<ServedUnit>();
          if (!cells.containsKey(column)) {
            served.stream().filter(it -> it.layer() == layer).forEach(found::add);
            return found;
          }
          for (var code : text(column, "").split("[ ;,|]+")) {
            if (!code.isEmpty() && units.find(layer, code).isEmpty()) {
              problems.add(problem(column, "unit", code));
            } else if (!code.isEmpty()) {
              found.add(new ServedUnit(layer, code));
            }
          }
          return found;
        };
    var all = read.apply(OfficeColumn.WARDS, Layer.SINCE_2025);
    all.addAll(read.apply(OfficeColumn.OLD_UNITS, Layer.UNTIL_2025));
    return all;
  }

  private @Nullable String optional(OfficeColumn column, @Nullable String known) {
    if (!cells.containsKey(column)) {
      return known;
    }
    var text = text(column, "");
    return text.isEmpty() ? null : text;
  }

  private String text(OfficeColumn column, String otherwise) {
    return SearchText.written(cells.getOrDefault(column, otherwise));
  }
}
