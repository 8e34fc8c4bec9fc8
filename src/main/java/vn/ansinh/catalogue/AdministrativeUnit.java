package vn.ansinh.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A province, district or ward.
 *
 * @param code of the General Statistics Office: 2, 3 or 5 digits; unique within its layer only
 * @param name the full official one, such as {@code Phường Tân Phú}
 * @param parentCode absent for provinces
 */
public record AdministrativeUnit(
    Layer layer, UnitLevel level, String code, String name, @Nullable String parentCode) {}
