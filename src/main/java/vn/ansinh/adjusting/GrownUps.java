package vn.ansinh.adjusting;

import java.time.LocalDate;
import vn.ansinh.identity.BirthDate;

/**
 * Who decides about their own data alone. Where only the month or the year of birth is known,
 * somebody is grown up when they certainly are (ADR 20).
 */
final class GrownUps {

  private static final int GROWN_UP = 18;

  private GrownUps() {}

  static boolean isCertainlyGrownUp(BirthDate born, LocalDate today) {
    var earliest = born.earliest();
    var latest =
        switch (born.precision()) {
          case DAY -> earliest;
          case MONTH -> earliest.withDayOfMonth(earliest.lengthOfMonth());
          case YEAR -> earliest.withDayOfYear(earliest.lengthOfYear());
        };
    return !latest.isAfter(today.minusYears(GROWN_UP));
  }
}
