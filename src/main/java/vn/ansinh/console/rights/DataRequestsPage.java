package vn.ansinh.console.rights;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.console.PromiseTexts.Promise;

/**
 * What waits to be answered, what is due first in front.
 *
 * @param done what just happened, in words
 */
public record DataRequestsPage(List<Row> rows, @Nullable String done) {

  /** One request. */
  public record Row(
      String at, String name, String kind, String sent, Promise promise, String office) {}
}
