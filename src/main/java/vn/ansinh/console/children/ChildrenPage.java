package vn.ansinh.console.children;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Problems;

/**
 * What waits.
 *
 * @param done what just happened, in words
 */
public record ChildrenPage(List<Row> rows, @Nullable String done, Problems problems) {

  /** One application. */
  public record Row(String at, String child, String guardian, String since, String office) {}
}
