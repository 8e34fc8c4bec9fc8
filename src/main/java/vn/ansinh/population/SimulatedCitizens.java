package vn.ansinh.population;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.identity.Verification;
import vn.ansinh.identity.Verification.Field;
import vn.ansinh.identity.Verification.Match;
import vn.ansinh.identity.Verification.Mismatch;
import vn.ansinh.identity.Verification.NotFound;

/** Everybody the simulators know: a handful of invented people. */
final class SimulatedCitizens {

  private static final String SHIPPED = "/simulator/population-registry.csv";

  private final Map<String, Citizen> byNumber;

  private record Citizen(String fullName, BirthDate born) {}

  private SimulatedCitizens(Map<String, Citizen> byNumber) {
    this.byNumber = Map.copyOf(byNumber);
  }

  static SimulatedCitizens shipped() {
    var stream = Objects.requireNonNull(SimulatedCitizens.class.getResourceAsStream(SHIPPED));
    try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return read(reader);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws IOException if the file cannot be read
   */
  static SimulatedCitizens of(Path file) throws IOException {
    try (var reader = Files.newBufferedReader(file)) {
      return read(reader);
    }
  }

  int count() {
    return byNumber.size();
  }

  Verification judge(String personalId, String fullName, BirthDate born) {
    var citizen = byNumber.get(personalId);
    if (citizen == null) {
      return new NotFound();
    }
    var differing = EnumSet.noneOf(Field.class);
    if (!PersonNames.same(citizen.fullName(), fullName)) {
      differing.add(Field.FULL_NAME);
    }
    if (!citizen.born().matches(born)) {
      differing.add(Field.BIRTH_DATE);
    }
    return differing.isEmpty() ? new Match() : new Mismatch(differing);
  }

  private static SimulatedCitizens read(Reader reader) throws IOException {
    var citizens = new HashMap<String, Citizen>();
    try (var rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
      rows.forEach(
          row ->
              citizens.put(
                  row.getField("personal_id"),
                  new Citizen(
                      row.getField("full_name"),
                      BirthDate.parse(row.getField("birth_date")).orElseThrow())));
    }
    return new SimulatedCitizens(citizens);
  }
}
