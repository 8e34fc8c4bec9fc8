package vn.ansinh.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A ward with what it lies in.
 *
 * @param district absent in {@link Layer#SINCE_2025}
 */
public record UnitPath(
    Layer layer,
    AdministrativeUnit province,
    @Nullable AdministrativeUnit district,
    AdministrativeUnit ward) {

  /** {@code Phường Tân Phú, Quận 7, Thành phố Hồ Chí Minh}. */
  public String text() {
    return district == null
        ? ward.name() + ", " + province.name()
        : ward.name() + ", " + district.name() + ", " + province.name();
  }
}
