package vn.ansinh.console.children;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/**
 * One application beside the register.
 *
 * @param open whether it waits for a decision
 * @param due until when an answer is promised, in words
 * @param known whether the register knows somebody living by the number
 * @param hasOwnWord whether the child is old enough to say No by itself
 * @param applicantInHousehold whether the applicant stands in the child's household
 * @param photosWait whether a picture is still to be made safe
 * @param decides whether the officer may approve, reject and end
 */
public record ChildFilePage(
    String at,
    String child,
    String guardian,
    String relation,
    String status,
    String tone,
    int version,
    String office,
    String since,
    ChildrenPage.Promise due,
    boolean open,
    boolean known,
    boolean hasOwnWord,
    List<Compared> rows,
    List<Member> household,
    boolean applicantInHousehold,
    List<Photo> photos,
    boolean photosWait,
    List<Guardian> guardians,
    boolean sendsBack,
    boolean decides,
    Against giveBack,
    Against rejection,
    @Nullable String done,
    Problems problems) {

  /** One line of what was declared and what the register says. */
  public record Compared(String label, String declared, String registered, boolean agrees) {}

  /**
   * Of the child's household.
   *
   * @param role who this is in the application, in words; absent for the others
   */
  public record Member(String name, String born, String relation, @Nullable String role) {}

  /** One picture. */
  public record Photo(String title, String at) {}

  /**
   * A decision against the application.
   *
   * @param chosen reasons ticked when it was turned down
   * @param open whether it was turned down and is shown again
   */
  public record Against(
      String deed,
      String word,
      List<Option> reasons,
      List<String> chosen,
      String note,
      boolean open) {}

  /**
   * Who is or was guardian.
   *
   * @param ended in words; absent while it was not ended
   */
  public record Guardian(String id, String name, String what, @Nullable String ended) {}
}
