package vn.ansinh.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A birth date as papers state it: to the day, to the month, or only the year.
 *
 * @param year 1850 to 2199
 * @param month absent when only the year is known
 * @param day absent when only the month or the year is known
 */
public record BirthDate(int year, @Nullable Integer month, @Nullable Integer day) {

  private static final int LONGEST_TYPED = 40;
  private static final Pattern DAY_FIRST =
      Pattern.compile("(?:(?:([0-9]{1,2})[/.-])?([0-9]{1,2})[/.-])?([0-9]{4})");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?");

  /** How much of the date is known. */
  public enum Precision {
    DAY,
    MONTH,
    YEAR
  }

  /**
   * @throws IllegalArgumentException for a date that is on no calendar
   */
  public BirthDate {
    if (year < 1850 || year > 2199 || (day != null && month == null)) {
      throw new IllegalArgumentException("not a birth date");
    }
    try {
      LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a birth date", e);
    }
  }

  public static BirthDate of(LocalDate date) {
    return new BirthDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /**
   * Reads {@code 15/01/1990}, {@code 1/1990}, {@code 1990} (also with dots or hyphens) and what a
   * browser's date field sends, {@code 1990-01-15}. Empty for anything else and for dates that are
   * on no calendar.
   */
  public static Optional<BirthDate> parse(String typed) {
    var text = typed.length() > LONGEST_TYPED ? "" : typed.strip();
    var dayFirst = DAY_FIRST.matcher(text);
    if (dayFirst.matches()) {
      return read(dayFirst, 3, 2, 1);
    }
    var yearFirst = YEAR_FIRST.matcher(text);
    return yearFirst.matches() ? read(yearFirst, 1, 2, 3) : Optional.empty();
  }

  public Precision precision() {
    if (day != null) {
      return Precision.DAY;
    }
    return month != null ? Precision.MONTH : Precision.YEAR;
  }

  /** As Vietnamese papers write it: {@code 15/01/1990}, {@code 01/1990} or {@code 1990}. */
  public String text() {
    var text = new StringBuilder(10);
    if (day != null) {
      text.append(two(day)).append('/');
    }
    if (month != null) {
      text.append(two(month)).append('/');
    }
    return text.append(year).toString();
  }

  /** The same date to the same precision: {@code 1990} does not match {@code 15/01/1990}. */
  public boolean matches(BirthDate other) {
    return equals(other);
  }

  /** Nothing both know differs: {@code 1990} agrees with {@code 15/01/1990}, in either order. */
  public boolean agreesWith(BirthDate other) {
    return year == other.year
        && (month == null || other.month == null || month.equals(other.month))
        && (day == null || other.day == null || day.equals(other.day));
  }

  /** Completed years; a missing month or day counts as the first, as for the pensionable age. */
  public int ageOn(LocalDate date) {
    return earliest().until(date).getYears();
  }

  /** The date itself, or the first day of the month or year known. */
  public LocalDate earliest() {
    return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
  }

  public boolean isAfter(LocalDate date) {
    return earliest().isAfter(date);
  }

  private static Optional<BirthDate> read(Matcher text, int year, int month, int day) {
    try {
      return Optional.of(
          new BirthDate(Integer.parseInt(text.group(year)), part(text, month), part(text, day)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Integer part(Matcher text, int group) {
    var digits = text.group(group);
    return digits == null ? null : Integer.valueOf(digits);
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
