package vn.ansinh.console.children;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Problems;

/**
 * What waits.
 *
 * @param unreached whom a message did not reach
 * @param first whether it is the first page
 * @param older where the next page is; absent on the last
 * @param done what just happened, in words
 */
public record ChildrenPage(
    List<Row> rows,
    List<Unreached> unreached,
    boolean first,
    @Nullable String older,
    @Nullable String done,
    Problems problems) {

  /**
   * One application.
   *
   * @param several that more of the same person wait, in words; absent where none do
   * @param due until when an answer is promised, in words
   */
  public record Row(
      String at,
      String child,
      String guardian,
      @Nullable String several,
      String since,
      Promise due,
      String office) {}

  /** A guardian to be reached another way; what happened, in words. */
  public record Unreached(String id, String at, String guardian, String what) {}

  /** A promise in words and how it stands. */
  public record Promise(String text, String tone) {}
}
