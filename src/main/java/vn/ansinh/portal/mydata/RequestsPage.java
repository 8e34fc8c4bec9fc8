package vn.ansinh.portal.mydata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/**
 * What the person asked about their data, and the form to ask more.
 *
 * @param notice what just happened, in words
 */
public record RequestsPage(
    List<Row> rows,
    List<Option> kinds,
    @Nullable String kind,
    String wish,
    @Nullable String notice,
    Problems problems) {

  /**
   * One request.
   *
   * @param status in words
   * @param tone of the status, as chips name it
   * @param when in words: by when it is answered, or when it ended
   * @param withdrawal where it is taken back; absent once it has ended
   */
  public record Row(
      String id,
      String kind,
      String status,
      String tone,
      String sent,
      String when,
      String office,
      String wish,
      @Nullable String answer,
      @Nullable String withdrawal) {}
}
