package vn.ansinh.catalogue;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator or a file says of an office; the whole of it, so what is left out is
 * cleared.
 *
 * @param serves wards, districts or provinces whose people it is suggested to
 */
public record OfficeDetails(
    String code,
    String name,
    @Nullable String parentCode,
    @Nullable String address,
    @Nullable String phone,
    @Nullable String hours,
    LocalDate openFrom,
    @Nullable LocalDate openUntil,
    @Nullable String successorCode,
    Set<ServedUnit> serves) {

  public OfficeDetails {
    serves = Set.copyOf(serves);
  }

  /** A unit whose people the office is suggested to. */
  public record ServedUnit(Layer layer, String code) {}

  Office office() {
    return new Office(
        code, name, parentCode, address, phone, hours, openFrom, openUntil, successorCode);
  }
}
