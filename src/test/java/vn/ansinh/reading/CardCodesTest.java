package vn.ansinh.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.Sex;
import vn.ansinh.reading.CardCode.CitizenCard;
import vn.ansinh.reading.CardCode.Form01;
import vn.ansinh.reading.CardCode.InsuranceCard;
import vn.ansinh.reading.CardCode.MachineLines;
import vn.ansinh.reading.CardCode.Reason;
import vn.ansinh.reading.CardCode.Refused;

class CardCodesTest {

  static final BirthDate BORN = new BirthDate(1990, 1, 15);

  @Test
  void the_seven_fields_of_a_citizen_card_are_read() {
    assertThat(CardCodes.read(SpecimenCodes.CITIZEN))
        .isEqualTo(
            new CitizenCard(
                "079190000017",
                "012345678",
                "Nguyễn Thị Mẫu",
                BORN,
                Sex.FEMALE,
                "Tổ 3, Phường Bến Nghé, Quận 1, TP. Hồ Chí Minh",
                LocalDate.of(2021, 4, 15)));
  }

  @Test
  void either_form_of_the_date_a_blank_old_number_and_more_fields_are_taken() {
    var code = "079190000017||NGUYEN THI MAU|15/01/1990|Nữ|Hà Nội|15/04/2021|Nguyễn Văn Cha||more|";
    assertThat(CardCodes.read(code))
        .isEqualTo(
            new CitizenCard(
                "079190000017",
                null,
                "NGUYEN THI MAU",
                BORN,
                Sex.FEMALE,
                "Hà Nội",
                LocalDate.of(2021, 4, 15)));
  }

  @ParameterizedTest
  @CsvSource({"15011990, 15/01/1990", "00001990, 1990", "00/00/1990, 1990", "1990, 1990"})
  void a_birth_date_may_be_only_a_year(String field, String born) {
    var card = (CitizenCard) CardCodes.read("079190000017||Nguyễn Thị Mẫu|" + field + "||Huế|");
    assertThat(card.birthDate().text()).isEqualTo(born);
    assertThat(card.sex()).isNull();
    assertThat(card.issued()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          079190000017|012345678|Nguyễn Thị Mẫu|15011990|Nữ|Huế;      CUT_OFF
          07919000001|012345678|Nguyễn Thị Mẫu|15011990|Nữ|Huế|;      WRONG_NUMBER
          079190000017|0123|Nguyễn Thị Mẫu|15011990|Nữ|Huế|;          WRONG_NUMBER
          079190000017||N9uyễn|15011990|Nữ|Huế|;                      WRONG_NAME
          079190000017|||15011990|Nữ|Huế|;                            WRONG_NAME
          079190000017||Nguyễn Thị Mẫu|31021990|Nữ|Huế|;              WRONG_DATE
          079190000017||Nguyễn Thị Mẫu||Nữ|Huế|;                      WRONG_DATE
          079190000017||Nguyễn Thị Mẫu|15011990|Nữ|Huế|32012020;      WRONG_DATE
          079190000017||Nguyễn Thị Mẫu|15011990|F|Huế|;               WRONG_SEX
          079190000017||Nguyễn Thị Mẫu|15011990|Nữ|<b>Huế</b>|;       WRONG_TEXT
          https://example.vn/a?b=1;                                   LINK
          WWW.example.vn;                                             LINK
          00020101021138540010A000000727;                             PAYMENT
          ANSINH:F01:F01-12;                                          UNKNOWN
          hello;                                                      UNKNOWN
          a|b|c;                                                      UNKNOWN
          ' ';                                                        EMPTY
          """)
  void anything_else_is_refused_with_its_reason(String code, Reason reason) {
    assertThat(CardCodes.read(code)).isEqualTo(new Refused(reason));
  }

  @Test
  void a_paper_insurance_card_of_15_fields_is_read() {
    var card = (InsuranceCard) CardCodes.read(SpecimenCodes.INSURANCE_15);
    assertThat(card)
        .isEqualTo(
            new InsuranceCard(
                "7900000012",
                "DN4797900000012",
                "Nguyễn Thị Mẫu",
                BORN,
                Sex.FEMALE,
                "Phường Tân Mẫu, TP. Hồ Chí Minh",
                "79013",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                LocalDate.of(2026, 1, 1),
                null,
                LocalDate.of(2031, 1, 1),
                null,
                null));
  }

  @Test
  void a_new_insurance_card_of_17_fields_is_read_with_its_leading_space() {
    var card = (InsuranceCard) CardCodes.read(SpecimenCodes.INSURANCE_17);
    assertThat(card.number()).isEqualTo("7900000012");
    assertThat(card.cardNumber()).isNull();
    assertThat(card.address()).isNull();
    assertThat(card.validUntil()).isNull();
    assertThat(card.fiveYearsFrom()).isEqualTo("2031-01-01");
    assertThat(card.benefitLevel()).isEqualTo(4);
    assertThat(card.issuer()).isEqualTo("BHXH cơ sở Mẫu");
  }

  @Test
  void the_short_insurance_card_and_facilities_with_letters_are_read() {
    var card = (InsuranceCard) CardCodes.read(SpecimenCodes.INSURANCE_10);
    assertThat(card.birthDate().text()).isEqualTo("1990");
    assertThat(card.facilityCode()).isEqualTo("01C54");
    assertThat(card.fiveYearsFrom()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          DN4797900000012|4e677579;                                          CUT_OFF
          7900000012|4e677579e1bb856e|15/01/1990|2|-|79 - 013|01/01/2026;    CUT_OFF
          DN4797900000012|4e6|1990|2|-|79 - 013|-|-|-|$;                     WRONG_TEXT
          DN4797900000012|ff41|1990|2|-|79 - 013|-|-|-|$;                    WRONG_TEXT
          DN4797900000012|-|1990|2|-|79 - 013|-|-|-|$;                       WRONG_NAME
          DN4797900000012|4120 42|1990|2|-|79 - 013|-|-|-|$;                 WRONG_TEXT
          DN4797900000012|412042|1990|3|-|79 - 013|-|-|-|$;                  WRONG_SEX
          DN4797900000012|412042|1990|2|-|79 * 013|-|-|-|$;                  WRONG_NUMBER
          DN9797900000012|412042|1990|2|-|79 - 013|-|-|-|$;                  WRONG_NUMBER
          DN4797900000012|412042|1990|2|-|79 - 013|2026|-|-|$;               WRONG_DATE
          """)
  void a_broken_insurance_card_is_refused_with_its_reason(String code, Reason reason) {
    assertThat(CardCodes.read(code)).isEqualTo(new Refused(reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ANSINH:F01:F01-7K3M-9QXD", " ansinh:f01:f01-7k3m-9qxd\n"})
  void the_code_of_a_printed_declaration_is_read(String code) {
    assertThat(CardCodes.read(code)).isEqualTo(new Form01("F01-7K3M-9QXD"));
  }

  @Test
  void the_three_lines_are_read_as_they_stand_in_a_row_and_typed_in_small_letters() {
    var read =
        new MachineLines(
            "079190000017", "NGUYEN THI MAU", BORN, Sex.FEMALE, LocalDate.of(2030, 1, 15));
    assertThat(CardCodes.read(SpecimenCodes.LINES)).isEqualTo(read);
    assertThat(CardCodes.read(SpecimenCodes.LINES.replace("\n", ""))).isEqualTo(read);
    assertThat(CardCodes.read(SpecimenCodes.LINES.toLowerCase(java.util.Locale.ROOT)))
        .isEqualTo(read);
    assertThat(CardCodes.read(SpecimenCodes.LINES.replace("\n", "\r\n  "))).isEqualTo(read);
  }

  @Test
  void lines_that_are_not_whole_or_not_of_such_a_card_are_refused() {
    assertRefused(SpecimenCodes.LINES.substring(0, 80), Reason.WRONG_LINES);
    assertRefused(SpecimenCodes.LINES.replace('U', 'Ư'), Reason.WRONG_LINES);
    assertRefused(SpecimenCodes.LINES.replace("IDVNM", "IDUTO"), Reason.OTHER_PAPER);
    assertRefused(SpecimenCodes.LINES.replace("NGUYEN", "NGU1EN"), Reason.WRONG_NAME);
  }

  private static void assertRefused(String code, Reason reason) {
    assertThat(CardCodes.read(code)).isEqualTo(new Refused(reason));
  }
}
