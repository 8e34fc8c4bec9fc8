package vn.ansinh.console.file;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.AdministrativeUnits;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.catalogue.UnitPath;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.Doubt;
import vn.ansinh.identity.IdentityDocuments;
import vn.ansinh.identity.Phones;
import vn.ansinh.identity.Sex;
import vn.ansinh.people.Address;
import vn.ansinh.people.Person;
import vn.ansinh.registration.DeclaredFacts;
import vn.ansinh.review.Comparison.Field;
import vn.ansinh.review.Comparison.Source;
import vn.ansinh.review.OpenFile;
import vn.ansinh.web.Texts;

/** Declared, registered and what cards said, side by side in words. */
@Component
class CompareRows {

  private final AdministrativeUnits units;
  private final Texts texts;

  CompareRows(AdministrativeUnits units, Texts texts) {
    this.units = units;
    this.texts = texts;
  }

  List<CompareRow> of(OpenFile file, DeclaredFacts declared, Locale language) {
    var doubts = IdentityDocuments.doubts(declared.paper(), declared.sex(), declared.birthDate());
    var comparison = file.comparison().orElseThrow();
    var rows = new ArrayList<CompareRow>();
    for (var field : Field.values()) {
      var said = declared(field, declared, language);
      var cells =
          sources(file).stream()
              .map(
                  it ->
                      CompareRow.Cell.of(
                          name(it, file, language),
                          text(it, field, file, declared, language),
                          comparison.of(it, field).name(),
                          said,
                          field.identifies()))
              .toList();
      rows.add(
          new CompareRow(
              texts.of(language, "review.field." + field.name()),
              said,
              aside(field, file, declared, language),
              isDoubted(field, doubts) ? texts.of(language, "review.compare.paperdiffers") : null,
              cells,
              field.identifies()));
    }
    return rows;
  }

  /** An e-mail address is confirmed by the code without which nothing is handed in. */
  private String aside(Field field, OpenFile file, DeclaredFacts declared, Locale language) {
    return switch (field) {
      case PAPER_NUMBER -> texts.of(language, "review.paperkind." + declared.paper().kind().name());
      case PHONE -> file.phone().map(it -> texts.of(language, "review.phone." + it)).orElse("");
      case EMAIL -> declared.email() == null ? "" : texts.of(language, "review.phone.CONFIRMED");
      default -> "";
    };
  }

  /** The register always, of cards those that were read. */
  static List<Source> sources(OpenFile file) {
    var sources = EnumSet.of(Source.REGISTER);
    file.evidence()
        .ifPresent(
            it -> {
              it.citizenCard().ifPresent(_ -> sources.add(Source.CITIZEN_CARD));
              it.machineLines().ifPresent(_ -> sources.add(Source.MACHINE_LINES));
              it.insuranceCard().ifPresent(_ -> sources.add(Source.INSURANCE_CARD));
            });
    return List.copyOf(sources);
  }

  /** With a word where a photo says it by itself. */
  String name(Source source, OpenFile file, Locale language) {
    var name = texts.of(language, "review.source." + source.name());
    return file.evidence().filter(it -> it.isFromPhoto(source)).isPresent()
        ? texts.of(language, "review.source.photo", name)
        : name;
  }

  private String text(
      Source source, Field field, OpenFile file, DeclaredFacts declared, Locale language) {
    var evidence = file.evidence().orElseThrow();
    return switch (source) {
      case REGISTER ->
          file.registered().map(it -> registered(field, it, declared, language)).orElse("");
      case CITIZEN_CARD ->
          evidence
              .citizenCard()
              .map(
                  it ->
                      switch (field) {
                        case NUMBER, PAPER_NUMBER -> it.number();
                        case FULL_NAME -> it.fullName();
                        case BIRTH_DATE -> it.birthDate().text();
                        case SEX -> sex(it.sex(), language);
                        case ADDRESS -> it.address();
                        case PHONE, EMAIL -> "";
                      })
              .orElse("");
      case MACHINE_LINES ->
          evidence
              .machineLines()
              .map(
                  it ->
                      switch (field) {
                        case NUMBER, PAPER_NUMBER -> it.number();
                        case FULL_NAME -> it.fullName();
                        case BIRTH_DATE -> it.birthDate().text();
                        case SEX -> sex(it.sex(), language);
                        case ADDRESS, PHONE, EMAIL -> "";
                      })
              .orElse("");
      case INSURANCE_CARD ->
          evidence
              .insuranceCard()
              .map(
                  it ->
                      switch (field) {
                        case NUMBER -> it.number();
                        case FULL_NAME -> it.fullName();
                        case BIRTH_DATE -> it.birthDate().text();
                        case SEX -> sex(it.sex(), language);
                        case ADDRESS -> text(it.address());
                        case PAPER_NUMBER, PHONE, EMAIL -> "";
                      })
              .orElse("");
    };
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
