package vn.ansinh.console.adjusting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.console.PromiseTexts.Promise;

/**
 * What waits.
 *
 * @param done what just happened, in words
 */
public record AdjustmentsPage(List<Row> rows, @Nullable String done) {

  /** One request. */
  public record Row(
      String at,
      String person,
      String items,
      String since,
      Promise promise,
      String holder,
      String office) {}
}
