package vn.ansinh.demo;

import java.util.List;

/**
 * The demo's front door.
 *
 * @param password what all officers of the demo share
 * @param family who has an account already; empty until it is made
 * @param familyPassword what they share
 */
public record StartPage(
    List<Citizen> citizens,
    List<StaffPage.Row> staff,
    String password,
    List<Relative> family,
    String familyPassword) {

  /** Somebody invented with an account. */
  public record Relative(String number, String name) {}

  /**
   * Somebody invented whom visitors can register as.
   *
   * @param paper {@code CCCD} or {@code CMND}
   * @param verified the simulated population registry knows them, so no photos are asked for
   */
  public record Citizen(
      String number,
      String name,
      String born,
      String paper,
      String paperNumber,
      boolean verified) {}
}
