package vn.ansinh.stopping;

import java.time.LocalDate;

/**
 * What somebody declares who wants to stop.
 *
 * @param reason code of a {@link StopReason} that is offered today
 * @param note may be empty
 * @param wantedOn not before this day in Vietnam
 * @param formByEmail whether the form is to come by e-mail, as far as the consent to that stands
 */
public record StopWish(String reason, String note, LocalDate wantedOn, boolean formByEmail) {

  @Override
  public String toString() {
    return "StopWish";
  }
}
