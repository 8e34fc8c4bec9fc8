package vn.ansinh.reading;

import org.jspecify.annotations.Nullable;
import vn.ansinh.catalogue.AdministrativeUnit;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.catalogue.UnitPath;

/** Where the one line of an address on a card lies, as far as the line says so without doubt. */
public sealed interface CardAddress {

  /**
   * @param street what stands before the ward; may be empty
   */
  record Found(UnitPath ward, String street) implements CardAddress {}

  /**
   * The ward is not there, or two bear its name: a person must choose.
   *
   * @param street everything before the lowest unit that was found
   */
  record Unclear(
      Layer layer,
      AdministrativeUnit province,
      @Nullable AdministrativeUnit district,
      String street)
      implements CardAddress {}

  /** Not even the province is. */
  record Unknown() implements CardAddress {}
}
