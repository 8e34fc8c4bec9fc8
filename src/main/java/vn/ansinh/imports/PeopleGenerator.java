package vn.ansinh.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.identity.Sex;
import vn.ansinh.imports.MadeHousehold.Member;
import vn.ansinh.imports.MadePlaces.Place;
import vn.ansinh.imports.Weighted.Entry;

/**
 * Invents people for demonstrations and measurements, household by household, in the format that
 * the people import reads. The same seed gives the same people; no real person is among them,
 * though any invented number may by chance be somebody's. E-mail addresses are at example.vn only.
 */
public final class PeopleGenerator {

  private static final LocalDate REFERENCE_DAY = LocalDate.of(2025, 12, 31);

  private final SplittableRandom random;
  private final MadeNames names = new MadeNames();
  private final MadePlaces places = new MadePlaces();
  private final MadeNumbers numbers;
  private final Weighted<String> ethnicGroups =
      new Weighted<>(
          Resources.rows("/imports/ethnic-groups.csv").stream()
              .map(
                  it ->
                      new Entry<>(it.getField("code"), Integer.parseInt(it.getField("per_mille"))))
              .toList());
  private final Map<PeopleColumn, String> row = new EnumMap<>(PeopleColumn.class);
  private long written;

  public PeopleGenerator(long seed) {
    random = new SplittableRandom(seed);
    numbers = new MadeNumbers(seed);
  }

  /** Writes the header and {@code count} people; does not close {@code out}. */
  public void write(long count, Writer out) throws IOException {
    csv(out).writeRecord(Arrays.stream(PeopleColumn.values()).map(it -> it.header).toList());
    writePeople(count, out);
  }

  /** As {@link #write}, without the header. */
  public void writePeople(long count, Writer out) throws IOException {
    if (count < 1 || count > MadeNumbers.MOST_PEOPLE) {
      throw new IllegalArgumentException("1 to " + MadeNumbers.MOST_PEOPLE + " people");
    }
    var csv = csv(out);
    for (long end = written + count; written < end; ) {
      if (random.nextInt(500) == 0) {
        foreigner(places.place(random));
        write(csv);
      } else {
        household(csv, end);
      }
    }
  }

  private static CsvWriter csv(Writer out) {
    return CsvWriter.builder().bufferSize(0).build(out);
  }

  private void household(CsvWriter csv, long end) {
    var place = places.place(random);
    var code = numbers.household(place.province());
    var ethnicGroup = ethnicGroups.draw(random);
    for (var member : MadeHousehold.of(names, random)) {
      if (written < end) {
        citizen(member, place);
        row.put(PeopleColumn.ETHNIC_GROUP, ethnicGroup);
        row.put(PeopleColumn.HOUSEHOLD_CODE, code);
        row.put(PeopleColumn.HOUSEHOLD_RELATION, member.relation());
        write(csv);
      }
    }
  }

  private void citizen(Member member, Place place) {
    var fullName = names.full(member.surname(), member.sex(), random);
    var born = born(member.age());
    var registeredIn = random.nextInt(100) < 88 ? place.province() : places.province(random);
    person(fullName, born, member.sex(), member.age(), place);
    if (member.age() < 14 || random.nextInt(100) < 95) {
      row.put(
          PeopleColumn.PERSONAL_ID, numbers.personalId(registeredIn, member.sex(), born.year()));
    } else {
      row.put(PeopleColumn.OLD_CARD, numbers.oldCard());
    }
    if (member.age() > 30 && random.nextInt(100) < 15) {
      row.putIfAbsent(PeopleColumn.OLD_CARD, numbers.oldCard());
    }
    if (member.age() > 18 && random.nextInt(100) < 5) {
      row.put(PeopleColumn.PASSPORT, numbers.passport(false));
    }
    row.put(PeopleColumn.NATIONALITY, "VN");
  }

  private void foreigner(Place place) {
    int age = 24 + random.nextInt(35);
    person(names.foreign(random), born(age), Sex.values()[random.nextInt(2)], age, place);
    row.put(PeopleColumn.PASSPORT, numbers.passport(true));
    row.put(PeopleColumn.NATIONALITY, "KR JP CN TW US FR".split(" ")[random.nextInt(6)]);
    row.put(PeopleColumn.ETHNIC_GROUP, "55");
  }

  private void person(String fullName, BirthDate born, Sex sex, int age, Place place) {
    row.put(PeopleColumn.SOCIAL_INSURANCE_NUMBER, numbers.socialInsurance(place.province()));
    row.put(PeopleColumn.FULL_NAME, fullName);
    row.put(PeopleColumn.BIRTH_DATE, born.text());
    row.put(PeopleColumn.SEX, sex == Sex.MALE ? "Nam" : "Nữ");
    row.put(PeopleColumn.ADDRESS_LAYER, place.layer().name());
    row.put(PeopleColumn.WARD_CODE, place.wardCode());
    row.put(PeopleColumn.STREET, place.street());
    if (age >= 15 && random.nextInt(100) < 72) {
      row.put(PeopleColumn.PHONE, numbers.phone());
    }
    if (age >= 15 && age < 65 && random.nextInt(100) < 38) {
      row.put(PeopleColumn.EMAIL, email(fullName));
    }
  }

  /** Of the old, many know only their year; of some, papers state the month. */
  private BirthDate born(int age) {
    var day = REFERENCE_DAY.minusYears(age).minusDays(random.nextInt(365));
    int precision = random.nextInt(100);
    int yearOnly = age > 70 ? 35 : age > 55 ? 8 : 0;
    int monthOnly = age > 55 ? 3 : 0;
    @Nullable Integer month = precision < yearOnly ? null : Integer.valueOf(day.getMonthValue());
    @Nullable Integer dayOfMonth =
        precision < yearOnly + monthOnly ? null : Integer.valueOf(day.getDayOfMonth());
    return new BirthDate(day.getYear(), month, dayOfMonth);
  }

  private String email(String fullName) {
    var local = PersonNames.searchForm(fullName).replace(' ', '.');
    return local + "." + Long.toString(written, 36).toLowerCase(Locale.ROOT) + "@example.vn";
  }

  private void write(CsvWriter csv) {
    var fields = new String[PeopleColumn.values().length];
    for (var column : PeopleColumn.values()) {
      fields[column.ordinal()] = row.getOrDefault(column, "");
    }
    csv.writeRecord(fields);
    row.clear();
    written++;
  }
}
