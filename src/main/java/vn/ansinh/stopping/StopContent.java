package vn.ansinh.stopping;

import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.people.Address;

/**
 * What the form says about the person, as it was on the day of the declaration; kept under seal.
 *
 * @param note what the person adds to the reason; may be empty
 * @param phone normalised
 * @param officeCode the one that serves the person's ward, else the highest there is
 * @param formByEmail whether the form is wanted by e-mail; absent in what was declared before one
 *     could say
 */
public record StopContent(
    String note,
    String fullName,
    String number,
    @Nullable IdentityPaper paper,
    @Nullable Address address,
    @Nullable String phone,
    @Nullable String email,
    String officeCode,
    @Nullable Boolean formByEmail) {

  @Override
  public String toString() {
    return "StopContent";
  }
}
