package vn.ansinh.portal.mydata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rests on a person's consent, and what does not.
 *
 * @param notice what just happened, in words
 * @param refused why nothing happened, in words
 * @param basis keys of what rests on the law
 */
public record ConsentsPage(
    @Nullable String notice,
    @Nullable String refused,
    List<Row> own,
    List<ForChild> children,
    List<String> basis) {

  /**
   * One purpose.
   *
   * @param text in full, in its version of today
   * @param state in words; {@code tone} as chips name it
   * @param since when, where and on what it was given or withdrawn; absent where it never was
   * @param live whether there is anything to withdraw
   * @param asks whether consent to the text of today is missing
   * @param history older words, the newest first
   */
  public record Row(
      String id,
      String at,
      String title,
      String text,
      int wording,
      String state,
      String tone,
      @Nullable String since,
      String effect,
      boolean live,
      boolean asks,
      List<String> history) {}

  /**
   * What was given for a child.
   *
   * @param withdrawal where it is withdrawn; absent once it has ended
   */
  public record ForChild(
      String id,
      String child,
      String title,
      String text,
      String state,
      String tone,
      String since,
      @Nullable String withdrawal) {}
}
