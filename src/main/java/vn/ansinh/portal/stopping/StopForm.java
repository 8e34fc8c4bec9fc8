package vn.ansinh.portal.stopping;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.BirthDate.Precision;
import vn.ansinh.portal.registration.ThreeBoxes;
import vn.ansinh.stopping.StopReason;

/** As typed; the password is never shown again. */
record StopForm(
    @Nullable String reason,
    @Nullable String note,
    @Nullable String wantedDay,
    @Nullable String wantedMonth,
    @Nullable String wantedYear,
    @Nullable String inUse) {

  private static final int LONGEST_NOTE = 500;

  static StopForm from(LocalDate day) {
    return new StopForm(
        null,
        null,
        Integer.toString(day.getDayOfMonth()),
        Integer.toString(day.getMonthValue()),
        Integer.toString(day.getYear()),
        null);
  }

  Optional<StopReason> chosen() {
    return Arrays.stream(StopReason.values()).filter(it -> it.name().equals(reason)).findFirst();
  }

  String typedNote() {
    return note == null ? "" : note.strip();
  }

  boolean noteIsTooLong() {
    return typedNote().codePointCount(0, typedNote().length()) > LONGEST_NOTE;
  }

  ThreeBoxes day() {
    return ThreeBoxes.split(ThreeBoxes.join(wantedDay, wantedMonth, wantedYear));
  }

  Optional<LocalDate> wanted() {
    return BirthDate.parse(ThreeBoxes.join(wantedDay, wantedMonth, wantedYear))
        .filter(it -> it.precision() == Precision.DAY)
        .map(BirthDate::earliest);
  }

  String typedInUse() {
    return inUse == null ? "" : inUse;
  }

  @Override
  public String toString() {
    return "StopForm";
  }
}
