package vn.ansinh.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.ansinh.catalogue.OfficeChange.Field;

/** The columns of an office file; the header names them, in any order. */
enum OfficeColumn {
  CODE,
  NAME,
  PARENT_CODE,
  ADDRESS,
  PHONE,
  HOURS,
  OPEN_FROM,
  OPEN_UNTIL,
  SUCCESSOR_CODE,
  /** Wards or provinces of today, by code, with spaces between. */
  WARDS,
  /** Wards, districts or provinces until 30 June 2025, by code, with spaces between. */
  OLD_UNITS;

  String header() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean required() {
    return this == CODE || this == NAME || this == PARENT_CODE || this == OPEN_FROM;
  }

  static Optional<OfficeColumn> named(String header) {
    var name = header.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(it -> it.header().equals(name)).findFirst();
  }

  static OfficeColumn of(Field field) {
    return switch (field) {
      case CODE -> CODE;
      case NAME -> NAME;
      case PARENT -> PARENT_CODE;
      case ADDRESS -> ADDRESS;
      case PHONE -> PHONE;
      case HOURS -> HOURS;
      case OPEN_FROM -> OPEN_FROM;
      case OPEN_UNTIL -> OPEN_UNTIL;
      case SUCCESSOR -> SUCCESSOR_CODE;
      case SERVES -> WARDS;
    };
  }
}
