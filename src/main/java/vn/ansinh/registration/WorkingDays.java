package vn.ansinh.registration;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The days on which offices work: none on Saturdays, Sundays, the holidays that fall on the same
 * day each year, and those the operator names ({@code ansinh.registration.holidays}).
 */
@Component
public class WorkingDays {

  private static final Set<MonthDay> EVERY_YEAR =
      Set.of(MonthDay.of(1, 1), MonthDay.of(4, 30), MonthDay.of(5, 1), MonthDay.of(9, 2));

  private final RegistrationSettings settings;

  WorkingDays(RegistrationSettings settings) {
    this.settings = settings;
  }

  /** The last of so many working days, the first of which is after the day given. */
  public LocalDate after(LocalDate from, int count) {
    var day = from;
    for (int left = count; left > 0; ) {
      day = day.plusDays(1);
      left -= isWorkingDay(day) ? 1 : 0;
    }
    return day;
  }

  boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !EVERY_YEAR.contains(MonthDay.from(day))
        && !settings.holidays().contains(day);
  }
}
