package vn.ansinh.adjusting;

import java.util.List;
import java.util.stream.Stream;
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

  /** What differs, in the order of the form. */
  public List<Item> items() {
    return Stream.of(Item.values()).filter(it -> !before.agrees(it, after)).toList();
  }

  @Override
  public String toString() {
    return "Declared";
  }
}
