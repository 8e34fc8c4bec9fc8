package vn.ansinh.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.reading.CardCode.Reason;
import vn.ansinh.reading.Fields.Wrong;

/** Dates as cards write them: {@code 15011990} or {@code 15/01/1990}. */
final class FieldDates {

  private static final Pattern CLOSE = Pattern.compile("([0-9]{2})([0-9]{2})([0-9]{4})");
  private static final Pattern SPACED =
      Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})");

  private FieldDates() {}

  /** Zeros stand for a day or a month that is not known. */
  static BirthDate birth(String field) throws Wrong {
    var close = CLOSE.matcher(field);
    var spaced = close.matches() ? close.replaceFirst("$1/$2/$3") : field;
    var known = spaced.replaceFirst("^00?/", "").replaceFirst("^00?/", "");
    return BirthDate.parse(known).orElseThrow(() -> new Wrong(Reason.WRONG_DATE));
  }

  static @Nullable LocalDate day(String field) throws Wrong {
    if (field.isEmpty()) {
      return null;
    }
    for (var form : new Pattern[] {CLOSE, SPACED}) {
      var date = form.matcher(field);
      if (date.matches()) {
        return day(date.group(3), date.group(2), date.group(1));
      }
    }
    throw new Wrong(Reason.WRONG_DATE);
  }

  private static LocalDate day(String year, String month, String day) throws Wrong {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException e) {
      throw new Wrong(Reason.WRONG_DATE);
    }
  }
}
