package vn.ansinh.catalogue;

import java.time.LocalDate;

/**
 * The two divisions of the country that addresses are written in. Papers and cards issued under the
 * older one stay valid, so both are kept side by side. Source: Resolution 202/2025/QH15.
 */
public enum Layer {
  /** 63 provinces, districts and wards, in force until 30 June 2025. */
  UNTIL_2025,
  /** 34 provinces and their wards, in force from 1 July 2025. */
  SINCE_2025;

  /** The first day of {@link #SINCE_2025}. */
  public static final LocalDate CHANGE = LocalDate.of(2025, 7, 1);

  public boolean hasDistricts() {
    return this == UNTIL_2025;
  }
}
