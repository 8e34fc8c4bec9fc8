package vn.ansinh.adjusting;

import org.jspecify.annotations.Nullable;
import vn.ansinh.people.Revision;

/**
 * What the form says: as the register was on the day of the declaration, and as it is to be.
 *
 * @param number the person's social-insurance number, or personal id
 * @param revision only what differs
 * @param phone normalised
 */
public record Declared(
    String number,
    Facts before,
    Facts after,
    Revision revision,
    AdjustmentReason reason,
    String note,
    @Nullable String phone,
    @Nullable String email) {

  @Override
  public String toString() {
    return "Declared";
  }
}
