package vn.ansinh.portal.children;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.portal.registration.ReviewPage;
import vn.ansinh.web.Problems;

/**
 * Everything {@code portal/children/review.jte} shows.
 *
 * @param maskedContact where the code will go
 * @param refused why no code was sent
 */
public record ChildReviewPage(
    ChildWizard wizard,
    List<ReviewPage.Line> lines,
    List<Asked> consents,
    boolean byEmail,
    String maskedContact,
    @Nullable String refused,
    Problems problems) {

  /**
   * A box for one consent.
   *
   * @param name of the field
   * @param wording version of the text, sent back with the tick
   */
  public record Asked(String name, String label, String text, int wording) {}
}
