package vn.ansinh.console.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything {@code console/admin/offices.jte} shows.
 *
 * @param office whose offices below are listed; absent for what a search found
 * @param above the way down to it, itself not included
 */
public record OfficesPage(
    List<Link> above,
    @Nullable Link office,
    String parent,
    String query,
    boolean closedToo,
    List<Row> rows,
    int total,
    @Nullable String previous,
    @Nullable String next,
    @Nullable String done) {

  /** An address and what to call it. */
  public record Link(String path, String label) {}

  /**
   * @param below how many offices stand below it
   * @param belowPath where these are listed
   */
  public record Row(
      String path,
      String code,
      String name,
      @Nullable String address,
      @Nullable String phone,
      int below,
      String belowPath,
      String state,
      String tone) {}
}
