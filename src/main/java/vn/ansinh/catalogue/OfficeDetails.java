package vn.ansinh.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
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

  static OfficeDetails of(Office office, Set<ServedUnit> serves) {
    return new OfficeDetails(
        office.code(),
        office.name(),
        office.parentCode(),
        office.address(),
        office.phone(),
        office.hours(),
        office.openFrom(),
        office.openUntil(),
        office.successorCode(),
        serves);
  }

  /** The same days and texts as here, but closed; or open again when both are absent. */
  public OfficeDetails until(@Nullable LocalDate lastDay, @Nullable String successor) {
    return new OfficeDetails(
        code, name, parentCode, address, phone, hours, openFrom, lastDay, successor, serves);
  }

  /** Differs whenever anything here does. */
  String revision() {
    var units = serves.stream().map(it -> it.layer() + it.code()).sorted().toList();
    var all = List.of(office().toString(), units.toString()).toString();
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Office office() {
    return new Office(
        code, name, parentCode, address, phone, hours, openFrom, openUntil, successorCode);
  }
}
