package vn.ansinh.console.admin;

import java.util.List;

/**
 * Everything {@code console/admin/staff.jte} shows.
 *
 * @param waiting how much waits for a second administrator
 */
public record StaffPage(List<Row> rows, int waiting) {

  /** One officer. */
  public record Row(
      String path,
      String name,
      String userName,
      String office,
      String roles,
      String state,
      String tone) {}
}
