package vn.ansinh.review;

import java.util.EnumSet;
import java.util.Set;
import vn.ansinh.registration.HandIn;

/** What an officer compares with own eyes before approving. */
public enum CheckItem {
  NAME_AS_ON_PAPER,
  NUMBER_AS_ON_PAPER,
  PORTRAIT_IS_HOLDER,
  PAPER_VALID,
  ADDRESS_GIVEN,
  /** Only where the declaration comes on paper. */
  FORM_SIGNED;

  /** In the order of the screen. */
  public static Set<CheckItem> of(HandIn handIn) {
    return handIn.needsPaper()
        ? EnumSet.allOf(CheckItem.class)
        : EnumSet.complementOf(EnumSet.of(FORM_SIGNED));
  }
}
