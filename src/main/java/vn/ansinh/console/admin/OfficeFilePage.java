package vn.ansinh.console.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Problems;

/**
 * Everything {@code console/admin/officefile.jte} shows.
 *
 * @param preview what the file just read would do; absent before one is sent
 */
public record OfficeFilePage(@Nullable Preview preview, @Nullable String done, Problems problems) {

  /**
   * @param rows read, without the header
   * @param bad how many problems there are; {@code problems} shows the first of them
   */
  public record Preview(
      String path, int rows, int added, int changed, int unchanged, int bad, List<Row> problems) {

    public boolean clean() {
      return bad == 0;
    }

    /** Something would be written. */
    public boolean useful() {
      return added + changed > 0;
    }
  }

  /** One bad place. */
  public record Row(long line, String column, String value, String reason) {}
}
