package vn.ansinh.console.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything {@code console/admin/codelist.jte} shows.
 *
 * @param attribute message key of the further fact entries have, if they have one
 * @param versions whether versions of the past and the future are shown too
 * @param mayChange only administrators of the agency itself change lists all offices use
 */
public record CodeListPage(
    String path,
    String name,
    String text,
    @Nullable String attribute,
    String query,
    boolean versions,
    List<Row> rows,
    boolean mayChange,
    @Nullable String done) {

  /**
   * @param until empty while no end is known
   * @param tone of the state's chip
   */
  public record Row(
      String path,
      String code,
      String vietnamese,
      String english,
      String attribute,
      String from,
      String until,
      String state,
      String tone) {}
}
