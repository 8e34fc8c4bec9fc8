package vn.ansinh.console.adjusting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.console.PromiseTexts.Promise;
import vn.ansinh.web.Problems;

/**
 * A page of requests of one state.
 *
 * @param waiting whether they wait for the office: only then something is promised
 * @param first where the first page is; absent on it
 * @param more where the next page is; absent on the last
 * @param typed the code that was looked for in vain
 * @param done what just happened, in words
 */
public record AdjustmentsPage(
    List<Tab> tabs,
    List<Row> rows,
    boolean waiting,
    @Nullable String first,
    @Nullable String more,
    String typed,
    @Nullable String done,
    Problems problems) {

  /**
   * One state.
   *
   * @param count absent where they are not counted
   */
  public record Tab(String at, String name, @Nullable String count, boolean current) {}

  /** One request. */
  public record Row(
      String at,
      String person,
      String code,
      String items,
      String since,
      Promise promise,
      String holder,
      String office) {}
}
