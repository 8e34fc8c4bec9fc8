package vn.ansinh.federation;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.BirthDate;

/** Birth dates as a provider writes them, to the precision it knows them. Thread-safe. */
final class BirthDates {

  private static final int LONGEST = 40;

  private final List<DateTimeFormatter> formats;

  private BirthDates(List<DateTimeFormatter> formats) {
    this.formats = formats;
  }

  /**
   * @throws IllegalArgumentException for a format that is none
   */
  static BirthDates of(List<String> patterns) {
    if (patterns.isEmpty()) {
      throw new IllegalArgumentException("no format at all");
    }
    return new BirthDates(patterns.stream().map(BirthDates::format).toList());
  }

  /** Empty for what no format reads, and for dates on no calendar. */
  Optional<BirthDate> read(String text) {
    return text.length() > LONGEST
        ? Optional.empty()
        : formats.stream().flatMap(it -> read(it, text.strip()).stream()).findFirst();
  }

  private static Optional<BirthDate> read(DateTimeFormatter format, String text) {
    try {
      var date = format.parse(text);
      var year = part(date, ChronoField.YEAR);
      return year == null
          ? Optional.empty()
          : Optional.of(
              new BirthDate(
                  year,
                  part(date, ChronoField.MONTH_OF_YEAR),
                  part(date, ChronoField.DAY_OF_MONTH)));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Integer part(TemporalAccessor date, ChronoField field) {
    return date.isSupported(field) ? date.get(field) : null;
  }

  /** Strict, so that the 31st of February is refused and not moved; the year counts from zero. */
  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
