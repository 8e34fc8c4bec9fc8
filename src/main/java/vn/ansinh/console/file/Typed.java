package vn.ansinh.console.file;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ansinh.review.CheckItem;
import vn.ansinh.review.Decision;

/**
 * What was sent and refused, to be shown again: nothing typed is lost.
 *
 * @param ticked absent to show what is saved
 * @param problem why it was refused, in words
 */
record Typed(
    Decision.@Nullable Kind kind,
    List<String> reasons,
    String note,
    @Nullable Set<CheckItem> ticked,
    @Nullable String problem,
    @Nullable String done) {

  static final Typed NOTHING = new Typed(null, List.of(), "", null, null, null);

  static Typed done(@Nullable String done) {
    return new Typed(null, List.of(), "", null, null, done);
  }

  static Typed refused(String problem) {
    return new Typed(null, List.of(), "", null, problem, null);
  }
}
