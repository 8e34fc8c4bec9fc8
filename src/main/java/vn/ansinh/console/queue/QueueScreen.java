package vn.ansinh.console.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Option;

/**
 * Everything {@code console/queue/queue.jte} shows.
 *
 * @param done what was just done, in words
 * @param previous address of the page before
 * @param next the file to begin with
 * @param officesVary whether the column of offices says anything
 */
public record QueueScreen(
    QueueQuery query,
    String text,
    List<Tab> tabs,
    List<QueueRow> rows,
    List<Option> offices,
    List<Option> handIns,
    List<Option> assessments,
    List<Option> sorts,
    @Nullable String done,
    @Nullable String previous,
    @Nullable String following,
    @Nullable String next,
    boolean officesVary,
    boolean narrowed) {

  /** One tab. */
  public record Tab(String path, String name, long count, boolean current, boolean urgent) {}
}
