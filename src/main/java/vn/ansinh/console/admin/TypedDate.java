package vn.ansinh.console.admin;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A date as it stands in three boxes. */
public record TypedDate(String day, String month, String year) {

  static final TypedDate NONE = new TypedDate("", "", "");

  static TypedDate of(@Nullable String day, @Nullable String month, @Nullable String year) {
    return new TypedDate(text(day), text(month), text(year));
  }

  static TypedDate of(@Nullable LocalDate date) {
    return date == null
        ? NONE
        : new TypedDate(
            Integer.toString(date.getDayOfMonth()),
            Integer.toString(date.getMonthValue()),
            Integer.toString(date.getYear()));
  }

  boolean isEmpty() {
    return equals(NONE);
  }

  /** Empty for what is no day of the calendar between 1900 and 2200. */
  Optional<LocalDate> read() {
    if (!day.matches("[0-9]{1,2}") || !month.matches("[0-9]{1,2}") || !year.matches("[0-9]{4}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
              LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)))
          .filter(it -> it.getYear() >= 1900 && it.getYear() <= 2200);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
