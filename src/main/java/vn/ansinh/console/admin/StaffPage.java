package vn.ansinh.console.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything {@code console/admin/staff.jte} shows. */
public record StaffPage(List<Row> rows, @Nullable String done) {

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
