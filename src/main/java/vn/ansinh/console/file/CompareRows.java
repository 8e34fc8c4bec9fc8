package vn.ansinh.console.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.AdministrativeUnits;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.catalogue.UnitPath;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.Doubt;
import vn.ansinh.identity.IdentityDocuments;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.identity.Phones;
import vn.ansinh.identity.Sex;
import vn.ansinh.people.Address;
import vn.ansinh.people.Person;
import vn.ansinh.registration.DeclaredFacts;
import vn.ansinh.review.Comparison;
import vn.ansinh.review.Comparison.Field;
import vn.ansinh.web.Texts;

/** Declared, registered and what the paper's number says, side by side in words. */
@Component
class CompareRows {

  private final AdministrativeUnits units;
  private final Texts texts;

  CompareRows(AdministrativeUnits units, Texts texts) {
    this.units = units;
    this.texts = texts;
  }

  List<CompareRow> of(
      DeclaredFacts declared, Optional<Person> registered, Comparison comparison, Locale language) {
    var doubts = IdentityDocuments.doubts(declared.paper(), declared.sex(), declared.birthDate());
    var rows = new ArrayList<CompareRow>();
    for (var field : Field.values()) {
      rows.add(
          new CompareRow(
              texts.of(language, "review.field." + field.name()),
              declared(field, declared, language),
              registered.map(it -> registered(field, it, declared, language)).orElse(""),
              comparison.of(field).name(),
              paper(field, declared, language),
              isDoubted(field, doubts),
              field.identifies()));
    }
    return rows;
  }

  /** An old address is told with the ward it lies in today. */
  String address(@Nullable Address address, Locale language) {
    if (address == null) {
      return "";
    }
    var ward =
        units
            .path(address.layer(), address.wardCode())
            .map(UnitPath::text)
            .orElse(address.wardCode());
    var written = address.street().isBlank() ? ward : address.street() + ", " + ward;
    if (address.layer() == Layer.SINCE_2025) {
      return written;
    }
    return units.successors(address.wardCode()).stream()
        .findFirst()
        .map(it -> written + " " + texts.of(language, "review.address.now", it.text()))
        .orElse(written);
  }

  private String declared(Field field, DeclaredFacts facts, Locale language) {
    return switch (field) {
      case NUMBER -> facts.socialInsuranceNumber();
      case FULL_NAME -> facts.fullName();
      case BIRTH_DATE -> date(facts.birthDate());
      case SEX -> sex(facts.sex(), language);
      case PAPER_NUMBER -> facts.paper().number();
      case ADDRESS -> address(facts.address(), language);
      case PHONE -> Phones.local(facts.phone());
      case EMAIL -> text(facts.email());
    };
  }

  private String registered(Field field, Person person, DeclaredFacts declared, Locale language) {
    return switch (field) {
      case NUMBER -> text(person.socialInsuranceNumber());
      case FULL_NAME -> person.fullName();
      case BIRTH_DATE -> date(person.birthDate());
      case SEX -> sex(person.sex(), language);
      case PAPER_NUMBER -> paperNumber(person, declared.paper().number());
      case ADDRESS -> address(person.address(), language);
      case PHONE -> person.phone() == null ? "" : Phones.local(person.phone());
      case EMAIL -> text(person.email());
    };
  }

  private String paper(Field field, DeclaredFacts facts, Locale language) {
    var number = facts.paper().number();
    var telling = facts.paper().kind() == PaperKind.CITIZEN_CARD && number.length() == 12;
    return switch (field) {
      case PAPER_NUMBER -> texts.of(language, "review.paperkind." + facts.paper().kind().name());
      case BIRTH_DATE -> telling ? Integer.toString(birthYear(number)) : "";
      case SEX ->
          telling ? sex((number.charAt(3) - '0') % 2 == 0 ? Sex.MALE : Sex.FEMALE, language) : "";
      default -> "";
    };
  }

  /** Digits 4 to 6 of a personal id (decree 137/2015/NĐ-CP, article 13). */
  private static int birthYear(String personalId) {
    var century = (personalId.charAt(3) - '0') / 2;
    return 1900 + 100 * century + Integer.parseInt(personalId.substring(4, 6));
  }

  private static boolean isDoubted(Field field, List<Doubt> doubts) {
    return switch (field) {
      case BIRTH_DATE -> doubts.contains(Doubt.BIRTH_YEAR_DIFFERS);
      case SEX -> doubts.contains(Doubt.SEX_DIFFERS);
      case PAPER_NUMBER -> doubts.contains(Doubt.UNKNOWN_PROVINCE);
      default -> false;
    };
  }

  /** The paper declared if the register has it, else the first it has. */
  private static String paperNumber(Person person, String declared) {
    var known =
        person.papers().stream().map(it -> it.number()).filter(declared::equals).findFirst();
    if (known.isPresent()) {
      return known.get();
    }
    return person.personalId() != null
        ? person.personalId()
        : person.papers().stream().map(it -> it.number()).findFirst().orElse("");
  }

  private static String date(@Nullable BirthDate date) {
    return date == null ? "" : date.text();
  }

  private String sex(@Nullable Sex sex, Locale language) {
    return sex == null ? "" : texts.of(language, "review.sex." + sex.name());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
