package vn.ansinh.console.recovery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/**
 * Everything {@code console/recovery/recoveries.jte} shows.
 *
 * @param number as typed
 * @param found the person at the counter
 */
public record AccountRecoveriesPage(
    String number,
    @Nullable Found found,
    List<Row> rows,
    @Nullable String done,
    Problems problems) {

  /**
   * Whose account it is, what is typed so far, and what can be chosen.
   *
   * @param contacts what the account has, masked
   */
  public record Found(
      String id,
      String name,
      String birthDate,
      List<String> papers,
      String contacts,
      String contact,
      @Nullable String paper,
      boolean checked,
      List<Option> choices) {}

  /** One proposal that waits. */
  public record Row(
      String path,
      String name,
      String paper,
      String contact,
      String proposedBy,
      String proposedAt,
      String until,
      boolean mine,
      boolean decidable) {}
}
