package vn.ansinh.portal.units;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.web.Option;

/**
 * What {@code component/unitpicker.jte} shows; made by {@link UnitPickers}.
 *
 * @param districts of the chosen province; empty for today's addresses, which have none
 * @param wards of the chosen district or province
 * @param chosen the whole address down to the ward; empty until a ward is chosen
 * @param now for an old address: the wards of today it went into; empty where none is known
 * @param problem to be shown, if any
 */
public record UnitPicker(
    Layer layer,
    String provinceCode,
    String districtCode,
    String wardCode,
    List<Option> provinces,
    List<Option> districts,
    List<Option> wards,
    String chosen,
    List<String> now,
    @Nullable String problem) {

  public boolean old() {
    return layer == Layer.UNTIL_2025;
  }
}
