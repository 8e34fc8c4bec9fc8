package vn.ansinh.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of a people file; their order in a file does not matter. See docs/imports.md. */
enum PeopleColumn {
  SOCIAL_INSURANCE_NUMBER,
  PERSONAL_ID,
  FULL_NAME,
  BIRTH_DATE,
  SEX,
  OLD_CARD,
  PASSPORT,
  ETHNIC_GROUP,
  NATIONALITY,
  ADDRESS_LAYER,
  WARD_CODE,
  STREET,
  PHONE,
  EMAIL,
  HOUSEHOLD_CODE,
  HOUSEHOLD_RELATION;

  /** As the header names it. */
  final String header = name().toLowerCase(Locale.ROOT);

  static Optional<PeopleColumn> of(String header) {
    return Arrays.stream(values()).filter(it -> it.header.equals(header)).findFirst();
  }
}
