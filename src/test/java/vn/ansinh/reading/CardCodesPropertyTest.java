package vn.ansinh.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.Sex;
import vn.ansinh.reading.CardCode.CitizenCard;
import vn.ansinh.reading.CardCode.InsuranceCard;
import vn.ansinh.reading.CardCode.MachineLines;
import vn.ansinh.reading.CardCode.Reason;
import vn.ansinh.reading.CardCode.Refused;

/** What holds for every code, over thousands of invented ones; the same in every run. */
class CardCodesPropertyTest {

  static final List<String> CODES =
      List.of(
          SpecimenCodes.CITIZEN,
          SpecimenCodes.INSURANCE_15,
          SpecimenCodes.INSURANCE_10,
          SpecimenCodes.INSURANCE_17,
          SpecimenCodes.FORM_01,
          SpecimenCodes.LINES);

  private final Random random = new Random(1_107);

  @Test
  void what_is_written_on_a_citizen_card_is_read_back() {
    for (int i = 0; i < 5_000; i++) {
      var person = person();
      var date = "%02d%02d%d".formatted(person.day, person.month, person.year);
      var spaced = "%02d/%02d/%d".formatted(person.day, person.month, person.year);
      var code =
          String.join(
              "|",
              person.number,
              random.nextBoolean() ? "" : digits(9),
              person.name,
              random.nextBoolean() ? date : spaced,
              person.sex == Sex.MALE ? "Nam" : "Nữ",
              "Thôn " + digits(2) + ", Xã Mẫu, Tỉnh Mẫu",
              "01022021" + "|x".repeat(random.nextInt(4)));
      var card = (CitizenCard) CardCodes.read(code);
      assertThat(card.number()).isEqualTo(person.number);
      assertThat(card.fullName()).isEqualTo(person.name);
      assertThat(card.birthDate()).isEqualTo(person.born());
      assertThat(card.sex()).isEqualTo(person.sex);
    }
  }

  @Test
  void what_is_written_on_an_insurance_card_is_read_back() {
    for (int i = 0; i < 5_000; i++) {
      var person = person();
      boolean yearOnly = random.nextInt(5) == 0;
      var facility = digits(2) + " - " + (random.nextBoolean() ? "C" + digits(2) : digits(3));
      var number = digits(10);
      var ten =
          String.join(
              "|",
              "GD4" + digits(2) + number,
              HexFormat.of().formatHex(person.name.getBytes(StandardCharsets.UTF_8)),
              yearOnly ? "" + person.year : person.born().text(),
              person.sex == Sex.MALE ? "1" : "2",
              "-",
              facility,
              "01/01/2026",
              "-",
              "01/01/2026");
      var code =
          switch (random.nextInt(3)) {
            case 0 -> ten + "|$";
            case 1 -> ten + "|07919" + number + "|-|4|01/01/2031|x|$";
            default -> ten + "|7919" + number + "|-|4| 01/01/2031|x|4|-|$";
          };
      var card = (InsuranceCard) CardCodes.read(code);
      assertThat(card.number()).isEqualTo(number);
      assertThat(card.fullName()).isEqualTo(person.name);
      assertThat(card.facilityCode()).isEqualTo(facility.replace(" - ", ""));
      assertThat(card.birthDate())
          .isEqualTo(yearOnly ? new BirthDate(person.year, null, null) : person.born());
    }
  }

  @Test
  void every_single_wrong_character_in_the_numbers_of_the_three_lines_is_found() {
    var lines = SpecimenCodes.LINES;
    for (int at = 0; at < 60; at++) {
      if (!Character.isDigit(lines.charAt(at))) {
        continue;
      }
      for (char digit = '0'; digit <= '9'; digit++) {
        if (digit != lines.charAt(at)) {
          var wrong = lines.substring(0, at) + digit + lines.substring(at + 1);
          assertThat(CardCodes.read(wrong)).as(wrong).isEqualTo(new Refused(Reason.CHECK_DIGIT));
        }
      }
    }
  }

  @Test
  void the_lines_of_every_person_are_read_back() {
    for (int i = 0; i < 5_000; i++) {
      var person = person();
      var read = (MachineLines) CardCodes.read(SpecimenLines.of(person.number, "LE<<VAN<TAM"));
      assertThat(read.number()).isEqualTo(person.number);
      assertThat(read.sex()).isEqualTo(person.sex);
      assertThat(read.birthDate().year()).isEqualTo(person.year);
    }
  }

  @Test
  void a_code_that_is_cut_off_or_has_a_slip_is_read_or_refused_and_never_crashes() {
    for (var code : CODES) {
      for (int end = 0; end <= code.length(); end++) {
        assertThat(CardCodes.read(code.substring(0, end))).isNotNull();
      }
      for (int i = 0; i < 10_000; i++) {
        assertThat(CardCodes.read(spoiled(code))).isNotNull();
      }
    }
  }

  @Test
  void memory_stays_in_proportion_to_the_text() {
    var counter = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (var piece : List.of("|", "<", "0", "ff", "I<", "á", "\u0301", " ", "079190000017|")) {
      var text = piece.repeat(CardCodes.LONGEST / piece.length());
      CardCodes.read(text);
      long before = counter.getCurrentThreadAllocatedBytes();
      CardCodes.read(text);
      assertThat(counter.getCurrentThreadAllocatedBytes() - before)
          .as(piece)
          .isLessThan(400L * CardCodes.LONGEST);
    }
  }

  @Test
  void what_is_longer_than_any_card_is_not_looked_at() {
    assertThat(CardCodes.read("|".repeat(CardCodes.LONGEST + 1)))
        .isEqualTo(new Refused(Reason.TOO_LONG));
  }

  private String spoiled(String code) {
    var text = new StringBuilder(code);
    for (int slips = 1 + random.nextInt(4); slips > 0; slips--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, (char) random.nextInt(Character.MAX_VALUE + 1));
        case 1 -> text.insert(at, "|<$-/0A".charAt(random.nextInt(7)));
        default -> text.deleteCharAt(at);
      }
      if (text.isEmpty()) {
        break;
      }
    }
    return text.toString();
  }

  private record Person(String number, String name, int day, int month, int year, Sex sex) {
    BirthDate born() {
      return new BirthDate(year, month, day);
    }
  }

  private Person person() {
    int year = 1920 + random.nextInt(100);
    var sex = random.nextBoolean() ? Sex.MALE : Sex.FEMALE;
    int century = (year / 100 - 19) * 2 + (sex == Sex.FEMALE ? 1 : 0);
    var number = "079%d%02d%s".formatted(century, year % 100, digits(6));
    var names = List.of("Nguyễn Thị Mẫu", "Lê Văn Tám", "H'Hen Niê", "Đặng Ðình Ước", "TRẦN MẪU");
    return new Person(
        number,
        names.get(random.nextInt(names.size())),
        1 + random.nextInt(28),
        1 + random.nextInt(12),
        year,
        sex);
  }

  private String digits(int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> Integer.toString(random.nextInt(10)))
        .reduce("", String::concat);
  }
}
