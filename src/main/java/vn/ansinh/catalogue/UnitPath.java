package vn.ansinh.catalogue;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /**
   * {@code Phường Tân Phú, Quận 7, Thành phố Hồ Chí Minh}; a name that stands twice in a row
   * (island districts, the city of Huế) is said once.
   */
  public String text() {
    return Stream.of(ward, district, province)
        .filter(Objects::nonNull)
        .map(AdministrativeUnit::name)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
