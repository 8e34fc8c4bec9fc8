package vn.ansinh.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An office of the agency: the whole agency, a province's or a base office.
 *
 * @param code {@code 00000} for the agency, {@code 079} for a province, {@code 07919} for a base or
 *     district office
 * @param parentCode absent for the agency only
 * @param address absent while it is not known
 * @param openFrom first day it receives files
 * @param openUntil last day it receives files; absent while no end is planned
 * @param successorCode the office that took its work over
 */
public record Office(
    String code,
    String name,
    @Nullable String parentCode,
    @Nullable String address,
    @Nullable String phone,
    @Nullable String hours,
    LocalDate openFrom,
    @Nullable LocalDate openUntil,
    @Nullable String successorCode) {

  /** The agency itself, above all offices. */
  public static final String ROOT = "00000";

  /** {@code [07919] BHXH Quận 7}. */
  public String label() {
    return "[" + code + "] " + name;
  }

  public boolean isOpenOn(LocalDate date) {
    return !date.isBefore(openFrom) && (openUntil == null || !date.isAfter(openUntil));
  }
}
