package vn.ansinh.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.catalogue.OfficeDetails;
import vn.ansinh.catalogue.OfficeDetails.ServedUnit;
import vn.ansinh.catalogue.OfficeDirectory;
import vn.ansinh.catalogue.Offices;

/**
 * Office files as {@link OfficeImport} reads them, with the byte order mark that makes spreadsheets
 * see UTF-8. What is exported and imported again changes nothing.
 */
@Service
public class OfficeExport {

  private static final String MARK = "\ufeff";
  private static final List<String> HEADER =
      Arrays.stream(OfficeColumn.values()).map(OfficeColumn::header).toList();

  /** An office that does not exist, so that a template sent back by mistake is refused. */
  private static final List<String> EXAMPLE =
      List.of(
          "0pp00",
          "BHXH cơ sở …",
          "0pp",
          "Số …, đường …, phường …",
          "028 0000 0000",
          "Thứ Hai đến Thứ Sáu, 7:30–11:30 và 13:00–17:00",
          "2025-07-01",
          "",
          "",
          "00000 00001",
          "");

  private final OfficeDirectory directory;
  private final Offices offices;

  OfficeExport(OfficeDirectory directory, Offices offices) {
    this.directory = directory;
    this.offices = offices;
  }

  /** The office and those below it, open and closed, each after the ones it refers to. */
  public byte[] under(String keeper) {
    return file(
        directory.all(offices.codesUnder(keeper)).stream().map(OfficeExport::cells).toList());
  }

  /** All columns and one line to show how they are filled in. */
  public byte[] template() {
    return file(List.of(EXAMPLE));
  }

  private static byte[] file(List<List<String>> rows) {
    var text = new StringWriter();
    text.append(MARK);
    try (var csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(HEADER);
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> cells(OfficeDetails office) {
    return Arrays.stream(OfficeColumn.values()).map(it -> cell(it, office)).toList();
  }

  private static String cell(OfficeColumn column, OfficeDetails office) {
    return switch (column) {
      case CODE -> office.code();
      case NAME -> office.name();
      case PARENT_CODE -> text(office.parentCode());
      case ADDRESS -> text(office.address());
      case PHONE -> text(office.phone());
      case HOURS -> text(office.hours());
      case OPEN_FROM -> office.openFrom().toString();
      case OPEN_UNTIL -> date(office.openUntil());
      case SUCCESSOR_CODE -> text(office.successorCode());
      case WARDS -> units(office, Layer.SINCE_2025);
      case OLD_UNITS -> units(office, Layer.UNTIL_2025);
    };
  }

  private static String units(OfficeDetails office, Layer layer) {
    return office.serves().stream()
        .filter(it -> it.layer() == layer)
        .map(ServedUnit::code)
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String date(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
