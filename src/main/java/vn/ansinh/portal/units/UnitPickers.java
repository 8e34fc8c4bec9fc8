package vn.ansinh.portal.units;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.AdministrativeUnit;
import vn.ansinh.catalogue.AdministrativeUnits;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.catalogue.UnitPath;
import vn.ansinh.web.Option;

/**
 * Makes the picker out of what a form sent: any of it may be missing, unknown or contradict the
 * rest. What stands higher wins: a ward outside the chosen province is dropped, so that somebody
 * without JavaScript can change the province and load its wards.
 */
@Component
public class UnitPickers {

  private final AdministrativeUnits units;

  UnitPickers(AdministrativeUnits units) {
    this.units = units;
  }

  /**
   * @param layer name of a {@link Layer}; today's if it is none
   * @param problem to be shown beside the picker
   */
  public UnitPicker of(
      @Nullable String layer,
      @Nullable String provinceCode,
      @Nullable String districtCode,
      @Nullable String wardCode,
      @Nullable String problem) {
    var which = layer(layer);
    var ward = chosen(layer, provinceCode, districtCode, wardCode);
    var province = ward.map(UnitPath::province).or(() -> known(which, provinceCode)).orElse(null);
    var district =
        ward.flatMap(it -> Optional.ofNullable(it.district()))
            .or(() -> known(which, districtCode).filter(it -> lies(it, province)))
            .orElse(null);
    return new UnitPicker(
        which,
        code(province),
        code(district),
        ward.map(it -> it.ward().code()).orElse(""),
        options(units.provinces(which)),
        which.hasDistricts() ? below(which, province) : List.of(),
        below(which, which.hasDistricts() ? district : province),
        ward.map(UnitPath::text).orElse(""),
        which == Layer.UNTIL_2025
            ? ward.map(it -> now(it.ward().code())).orElse(List.of())
            : List.of(),
        problem);
  }

  /**
   * The ward that the fields name together, if they name one. An old ward needs its district and a
   * new one must have none: the same code may be another ward in the other layer, and a form
   * without JavaScript may send the layer just switched to with a ward of the one before. A form
   * keeps the code of this ward rather than the bare field.
   */
  public Optional<UnitPath> chosen(
      @Nullable String layer,
      @Nullable String provinceCode,
      @Nullable String districtCode,
      @Nullable String wardCode) {
    return units
        .path(layer(layer), given(wardCode))
        .filter(it -> agrees(provinceCode, it.province()))
        .filter(it -> code(it.district()).equals(given(districtCode)));
  }

  private static Layer layer(@Nullable String name) {
    return Layer.UNTIL_2025.name().equals(name) ? Layer.UNTIL_2025 : Layer.SINCE_2025;
  }

  private List<String> now(String oldWardCode) {
    return units.successors(oldWardCode).stream().map(UnitPath::text).toList();
  }

  private Optional<AdministrativeUnit> known(Layer layer, @Nullable String code) {
    return units.find(layer, given(code));
  }

  private List<Option> below(Layer layer, @Nullable AdministrativeUnit unit) {
    return unit == null ? List.of() : options(units.below(layer, unit.code()));
  }

  private static boolean lies(AdministrativeUnit unit, @Nullable AdministrativeUnit in) {
    return in != null && in.code().equals(unit.parentCode());
  }

  private static boolean agrees(@Nullable String code, AdministrativeUnit unit) {
    return given(code).isEmpty() || unit.code().equals(code);
  }

  private static String given(@Nullable String code) {
    return code == null ? "" : code;
  }

  private static String code(@Nullable AdministrativeUnit unit) {
    return unit == null ? "" : unit.code();
  }

  /** In the order of the Vietnamese alphabet, {@code Phường 2} before {@code Phường 10}. */
  private static List<Option> options(List<AdministrativeUnit> units) {
    var order = Collator.getInstance(Locale.of("vi"));
    return units.stream()
        .sorted(Comparator.comparing(UnitPickers::sortable, order))
        .map(it -> new Option(it.code(), it.name()))
        .toList();
  }

  private static String sortable(AdministrativeUnit unit) {
    return unit.name().replaceAll(" (\\d)$", " 0$1");
  }
}
