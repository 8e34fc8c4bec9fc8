package vn.ansinh.portal.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Problems;

/**
 * Everything {@code portal/registration/review.jte} shows.
 *
 * @param warnings what the cards in the photos say otherwise; never keeps anybody from sending
 */
public record ReviewPage(
    Wizard wizard,
    List<Section> sections,
    List<String> warnings,
    boolean committed,
    Problems problems) {

  /** A heading and its lines. */
  public record Section(String title, List<Line> lines) {}

  /** What was declared, and where to put it right. */
  public record Line(String label, @Nullable String value, @Nullable String changeAt) {}
}
