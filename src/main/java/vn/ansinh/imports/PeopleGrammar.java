package vn.ansinh.imports;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.ansinh.identity.IdentityDocuments;
import vn.ansinh.identity.NumberCheck;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.identity.Sex;

/** What may stand in the cells of a people file, beyond code lists. */
final class PeopleGrammar {

  static final Function<String, NumberCheck> SOCIAL_INSURANCE_NUMBER =
      IdentityDocuments::socialInsuranceNumber;
  static final Function<String, NumberCheck> CITIZEN_CARD =
      typed -> IdentityDocuments.check(PaperKind.CITIZEN_CARD, typed);
  static final Function<String, NumberCheck> OLD_CARD =
      typed -> IdentityDocuments.check(PaperKind.OLD_CARD, typed);
  static final Function<String, NumberCheck> PASSPORT =
      typed -> IdentityDocuments.check(PaperKind.PASSPORT, typed);
  static final Function<String, Optional<String>> HOUSEHOLD =
      typed -> Optional.of(typed).filter(PeopleGrammar::isHouseholdCode);
  static final Map<String, Sex> SEXES =
      Map.of("Nam", Sex.MALE, "Nữ", Sex.FEMALE, "Khác", Sex.OTHER);

  private static final int LONGEST_STREET = 200;
  private static final Pattern HOUSEHOLD_CODE = Pattern.compile("[A-Za-z0-9/-]{1,30}");

  private PeopleGrammar() {}

  static boolean isStreet(String typed) {
    return typed.length() <= LONGEST_STREET
        && typed.codePoints().noneMatch(PeopleGrammar::isInvisible);
  }

  private static boolean isHouseholdCode(String typed) {
    return HOUSEHOLD_CODE.matcher(typed).matches();
  }

  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
