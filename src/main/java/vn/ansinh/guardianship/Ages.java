package vn.ansinh.guardianship;

import java.time.LocalDate;
import vn.ansinh.identity.BirthDate;

/**
 * The ages at which the law changes who acts for a child, from birth dates as papers state them.
 * Where only the month or the year is known, a guardian's right ends on the first day on which the
 * child may be that old, and somebody counts as grown up only when they certainly are: never longer
 * and never sooner than the law allows (ADR 20).
 */
final class Ages {

  static final int OWN_WORD = 7;
  static final int OWN_ACCOUNT = 15;
  static final int GROWN_UP = 18;

  private Ages() {}

  /** The first day on which somebody may have completed so many years. */
  static LocalDate earliest(BirthDate born, int years) {
    return born.earliest().plusYears(years);
  }

  static boolean isCertainlyUnder(BirthDate born, int years, LocalDate today) {
    return today.isBefore(earliest(born, years));
  }

  /** Somebody born on 29 February is a year older on 1 March, where there is no such day. */
  static boolean isCertainlyGrownUp(BirthDate born, LocalDate today) {
    return !latest(born).isAfter(today.minusYears(GROWN_UP));
  }

  private static LocalDate latest(BirthDate born) {
    var earliest = born.earliest();
    return switch (born.precision()) {
      case DAY -> earliest;
      case MONTH -> earliest.withDayOfMonth(earliest.lengthOfMonth());
      case YEAR -> earliest.withDayOfYear(earliest.lengthOfYear());
    };
  }
}
