package vn.ansinh.portal.registration;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.AdministrativeUnit;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.identity.Sex;
import vn.ansinh.reading.CardAddress;
import vn.ansinh.reading.CardAddresses;
import vn.ansinh.reading.CardCode;
import vn.ansinh.reading.CardCode.CitizenCard;
import vn.ansinh.reading.CardCode.InsuranceCard;
import vn.ansinh.reading.CardCode.MachineLines;
import vn.ansinh.reading.CardCodes;
import vn.ansinh.registration.DraftContent;
import vn.ansinh.registration.Field;

/**
 * Puts what a card says into the fields of a draft. The draft keeps the code itself, word for word:
 * what it says is compared with what stands in the fields each time they are shown, so that a mark
 * goes as soon as its field says something else.
 */
@Component
class CardFilling {

  /** Later ones say more and win where two cards speak of the same field. */
  private static final List<Field> KEPT =
      List.of(Field.MACHINE_LINES, Field.INSURANCE_CARD_CODE, Field.CITIZEN_CARD_CODE);

  private final CardAddresses addresses;

  CardFilling(CardAddresses addresses) {
    this.addresses = addresses;
  }

  /**
   * The fields a card fills, and the code itself; empty when it is none that fills anything. What
   * the lines on the back say without diacritics, and a number known from elsewhere, are left alone
   * where something stands already.
   */
  Map<Field, String> filled(DraftContent content, String code, CardCode card) {
    var fields = fields(card);
    if (fields.isEmpty()) {
      return fields;
    }
    if (card instanceof MachineLines) {
      unlessTyped(content, fields, Field.FULL_NAME);
      unlessTyped(content, fields, Field.SEARCH_NAME);
    }
    if (card instanceof InsuranceCard) {
      fields.put(Field.CANDIDATE, "");
    } else {
      unlessTyped(content, fields, Field.NUMBER);
      if (!content.typed(Field.CANDIDATE).isEmpty()) {
        fields.remove(Field.NUMBER);
      }
    }
    fields.put(keptAs(card), code.strip());
    return fields;
  }

  /** What the fields hold because a card said it. */
  CardMarks marks(DraftContent content) {
    var marked = EnumSet.noneOf(Field.class);
    var unclear = Optional.<String>empty();
    for (var kept : KEPT) {
      if (content.typed(kept).isEmpty()) {
        continue;
      }
      var card = CardCodes.read(content.typed(kept));
      fields(card)
          .forEach(
              (field, said) -> {
                if (!said.isEmpty() && isSame(field, said, content.typed(field))) {
                  marked.add(field);
                }
              });
      if (card instanceof CitizenCard citizen && content.typed(Field.WARD_CODE).isEmpty()) {
        unclear = Optional.of(citizen.address()).filter(it -> !it.isEmpty());
      }
    }
    return new CardMarks(marked, unclear.orElse(null));
  }

  private Map<Field, String> fields(CardCode card) {
    var fields = new EnumMap<Field, String>(Field.class);
    switch (card) {
      case CitizenCard it -> {
        paper(fields, it.number(), it.fullName(), it.birthDate(), it.sex());
        address(fields, it.address(), it.issued());
      }
      case MachineLines it -> paper(fields, it.number(), it.fullName(), it.birthDate(), it.sex());
      case InsuranceCard it -> {
        fields.put(Field.NUMBER, it.number());
        person(fields, it.fullName(), it.birthDate(), it.sex());
      }
      case CardCode.Form01 _, CardCode.Refused _ -> {
        // Says nothing about a person.
      }
    }
    return fields;
  }

  /** The twelve digits of a card are a social-insurance number, too, since 1 August 2025. */
  private static void paper(
      Map<Field, String> fields, String number, String name, BirthDate born, @Nullable Sex sex) {
    fields.put(Field.NUMBER, number);
    fields.put(Field.PAPER_KIND, PaperKind.CITIZEN_CARD.name());
    fields.put(Field.PAPER_NUMBER, number);
    fields.put(Field.SEARCH_PAPER_NUMBER, number);
    person(fields, name, born, sex);
  }

  private static void person(
      Map<Field, String> fields, String name, BirthDate born, @Nullable Sex sex) {
    fields.put(Field.FULL_NAME, name);
    fields.put(Field.SEARCH_NAME, name);
    fields.put(Field.BIRTH_DATE, born.text());
    fields.put(Field.SEARCH_BIRTH_DATE, born.text());
    if (sex != null) {
      fields.put(Field.SEX, sex.name());
    }
  }

  private void address(Map<Field, String> fields, String address, @Nullable LocalDate issued) {
    if (address.isEmpty()) {
      return;
    }
    switch (addresses.find(address, issued)) {
      case CardAddress.Found(var ward, var street) -> {
        fields.put(Field.ADDRESS_LAYER, ward.layer().name());
        units(fields, ward.province(), ward.district(), ward.ward().code());
        fields.put(Field.STREET, street);
      }
      case CardAddress.Unclear it -> {
        fields.put(Field.ADDRESS_LAYER, it.layer().name());
        units(fields, it.province(), it.district(), "");
        fields.put(Field.STREET, it.street());
      }
      case CardAddress.Unknown _ -> {
        fields.put(Field.WARD_CODE, "");
        fields.put(Field.STREET, address);
      }
    }
  }

  private static void units(
      Map<Field, String> fields,
      AdministrativeUnit province,
      @Nullable AdministrativeUnit district,
      String ward) {
    fields.put(Field.PROVINCE_CODE, province.code());
    fields.put(Field.DISTRICT_CODE, district == null ? "" : district.code());
    fields.put(Field.WARD_CODE, ward);
  }

  private static void unlessTyped(DraftContent content, Map<Field, String> fields, Field field) {
    if (!content.typed(field).isBlank()) {
      fields.remove(field);
    }
  }

  private static Field keptAs(CardCode card) {
    return switch (card) {
      case CitizenCard _ -> Field.CITIZEN_CARD_CODE;
      case InsuranceCard _ -> Field.INSURANCE_CARD_CODE;
      default -> Field.MACHINE_LINES;
    };
  }

  private static boolean isSame(Field field, String said, String typed) {
    return field == Field.BIRTH_DATE
        ? BirthDate.parse(said).equals(BirthDate.parse(typed))
        : said.equals(typed.strip());
  }
}
