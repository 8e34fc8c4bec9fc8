package vn.ansinh.imports;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.EmailAddresses;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.NameCheck;
import vn.ansinh.identity.NumberCheck;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.identity.Phones;
import vn.ansinh.identity.Sex;
import vn.ansinh.people.Address;
import vn.ansinh.people.NewPerson;

/** One row of a people file while it is read; collects all that is wrong with it. */
final class PeopleFields {

  private static final int PERSONAL_ID_LENGTH = 12;

  private final PeopleHeader header;
  private final PeopleCodes.Today codes;
  private final CsvRecord row;
  private final List<RowProblem> problems = new ArrayList<>(0);

  PeopleFields(PeopleHeader header, PeopleCodes.Today codes, CsvRecord row) {
    this.header = header;
    this.codes = codes;
    this.row = row;
  }

  List<RowProblem> problems() {
    return problems;
  }

  @Nullable NewPerson person() {
    var number =
        number(PeopleColumn.SOCIAL_INSURANCE_NUMBER, PeopleGrammar.SOCIAL_INSURANCE_NUMBER);
    var personalId = number(PeopleColumn.PERSONAL_ID, PeopleGrammar.CITIZEN_CARD);
    if (number != null && number.length() == PERSONAL_ID_LENGTH) {
      if (personalId != null && !personalId.equals(number)) {
        problem(PeopleColumn.SOCIAL_INSURANCE_NUMBER, "number.NOT_PERSONAL_ID");
      }
      personalId = number;
      number = null;
    }
    if (number == null && personalId == null && problems.isEmpty()) {
      problem(PeopleColumn.SOCIAL_INSURANCE_NUMBER, "number.BOTH_EMPTY");
    }
    var name = name();
    var born = born();
    var sex = sex();
    var papers = papers();
    var address = address();
    var phone = checked(PeopleColumn.PHONE, Phones::normalize, "phone.WRONG");
    var email = checked(PeopleColumn.EMAIL, EmailAddresses::normalize, "email.WRONG");
    var household =
        checked(PeopleColumn.HOUSEHOLD_CODE, PeopleGrammar.HOUSEHOLD, "household.WRONG");
    var relation = code(PeopleColumn.HOUSEHOLD_RELATION, codes.relations());
    var ethnicGroup = code(PeopleColumn.ETHNIC_GROUP, codes.ethnicGroups());
    var nationality = code(PeopleColumn.NATIONALITY, codes.countries());
    if (!problems.isEmpty() || name == null || born == null || sex == null) {
      return null;
    }
    return new NewPerson(
        number,
        personalId,
        name,
        born,
        sex,
        papers,
        address,
        phone,
        email,
        household,
        relation,
        ethnicGroup,
        nationality == null ? "VN" : nationality);
  }

  private @Nullable String number(PeopleColumn column, Function<String, NumberCheck> grammar) {
    var typed = value(column);
    if (typed.isEmpty()) {
      return null;
    }
    return switch (grammar.apply(typed)) {
      case NumberCheck.Valid(var normalized) -> normalized;
      case NumberCheck.Invalid(var problem) -> {
        problem(column, "number." + problem);
        yield null;
      }
    };
  }

  private @Nullable String name() {
    return switch (PersonNames.check(value(PeopleColumn.FULL_NAME))) {
      case NameCheck.Valid(var written) -> written;
      case NameCheck.Doubtful(var written) -> written;
      case NameCheck.Invalid(var problem) -> {
        problem(PeopleColumn.FULL_NAME, "name." + problem);
        yield null;
      }
    };
  }

  private @Nullable BirthDate born() {
    var born = BirthDate.parse(value(PeopleColumn.BIRTH_DATE));
    if (born.isEmpty()) {
      problem(PeopleColumn.BIRTH_DATE, "birthDate.WRONG");
    } else if (born.get().isAfter(codes.date())) {
      problem(PeopleColumn.BIRTH_DATE, "birthDate.FUTURE");
    }
    return born.orElse(null);
  }

  private @Nullable Sex sex() {
    var sex = PeopleGrammar.SEXES.get(value(PeopleColumn.SEX));
    if (sex == null) {
      problem(PeopleColumn.SEX, "sex.WRONG");
    }
    return sex;
  }

  private List<IdentityPaper> papers() {
    var papers = new ArrayList<IdentityPaper>(2);
    var oldCard = number(PeopleColumn.OLD_CARD, PeopleGrammar.OLD_CARD);
    if (oldCard != null) {
      papers.add(new IdentityPaper(PaperKind.OLD_CARD, oldCard));
    }
    var passport = number(PeopleColumn.PASSPORT, PeopleGrammar.PASSPORT);
    if (passport != null) {
      papers.add(new IdentityPaper(PaperKind.PASSPORT, passport));
    }
    return papers;
  }

  private @Nullable Address address() {
    var ward = value(PeopleColumn.WARD_CODE);
    var street = value(PeopleColumn.STREET);
    if (ward.isEmpty()) {
      if (!street.isEmpty()) {
        problem(PeopleColumn.WARD_CODE, "ward.EMPTY");
      }
      return null;
    }
    if (!PeopleGrammar.isStreet(street)) {
      problem(PeopleColumn.STREET, "street.WRONG");
    }
    var layer = layer();
    if (layer != null && !codes.isWard(layer, ward)) {
      problem(PeopleColumn.WARD_CODE, "ward.UNKNOWN");
    }
    return layer == null ? null : new Address(layer, ward, street);
  }

  private @Nullable Layer layer() {
    return switch (value(PeopleColumn.ADDRESS_LAYER)) {
      case "SINCE_2025" -> Layer.SINCE_2025;
      case "UNTIL_2025" -> Layer.UNTIL_2025;
      default -> {
        problem(PeopleColumn.ADDRESS_LAYER, "layer.WRONG");
        yield null;
      }
    };
  }

  private @Nullable String checked(
      PeopleColumn column, Function<String, Optional<String>> grammar, String otherwise) {
    var typed = value(column);
    if (typed.isEmpty()) {
      return null;
    }
    var normalized = grammar.apply(typed);
    if (normalized.isEmpty()) {
      problem(column, otherwise);
    }
    return normalized.orElse(null);
  }

  private @Nullable String code(PeopleColumn column, Set<String> known) {
    return checked(
        column, it -> known.contains(it) ? Optional.of(it) : Optional.empty(), "code.UNKNOWN");
  }

  private String value(PeopleColumn column) {
    return header.value(row, column);
  }

  private void problem(PeopleColumn column, String key) {
    problems.add(
        new RowProblem(
            row.getStartingLineNumber(), column.header, "", "peoplefile." + key, List.of()));
  }
}
