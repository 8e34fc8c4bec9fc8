package vn.ansinh.portal.home;

import java.util.List;

/**
 * The devices a person is known by.
 *
 * @param forgotten whether one has just been forgotten
 */
public record DevicesPage(List<Row> devices, boolean forgotten) {

  /**
   * One device.
   *
   * @param name browser and system in words; empty where it is not known
   * @param place from where it signed in last, as far as is known, in words
   * @param by how it signed in last, in words; empty where that is not known
   * @param here whether it is the one that shows this page
   */
  public record Row(
      String id,
      String name,
      String firstUsed,
      String lastUsed,
      String by,
      String place,
      boolean here) {}
}
