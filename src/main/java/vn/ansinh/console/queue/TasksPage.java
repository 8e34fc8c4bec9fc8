package vn.ansinh.console.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything {@code console/queue/tasks.jte} shows. */
public record TasksPage(List<Row> rows, @Nullable String done) {

  /**
   * One message that did not arrive.
   *
   * @param file address of the file, where it can be sent again
   */
  public record Row(String id, String file, String code, String name, String text, String office) {}
}
