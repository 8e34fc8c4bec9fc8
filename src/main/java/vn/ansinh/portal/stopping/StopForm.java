package vn.ansinh.portal.stopping;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.BirthDate.Precision;
import vn.ansinh.portal.registration.ThreeBoxes;

/** As typed; the password is never shown again. */
record StopForm(
    @Nullable String reason,
    @Nullable String note,
    @Nullable String wantedDay,
    @Nullable String wantedMonth,
    @Nullable String wantedYear,
    @Nullable String formByEmail,
    @Nullable String wording,
    @Nullable String inUse) {

  private static final int LONGEST_NOTE = 500;

  static StopForm from(LocalDate day) {
    return new StopForm(
        null,
        null,
        Integer.toString(day.getDayOfMonth()),
        Integer.toString(day.getMonthValue()),
        Integer.toString(day.getYear()),
        null,
        null,
        null);
  }

  String typedReason() {
    return reason == null ? "" : reason;
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

  boolean wantsFormByEmail() {
    return "true".equals(formByEmail);
  }

  /** Version of the text about sending the form by e-mail; 0 where none was read. */
  int wordingRead() {
    return wording != null && wording.matches("[0-9]{1,6}") ? Integer.parseInt(wording) : 0;
  }

  String typedInUse() {
    return inUse == null ? "" : inUse;
  }

  @Override
  public String toString() {
    return "StopForm";
  }
}
