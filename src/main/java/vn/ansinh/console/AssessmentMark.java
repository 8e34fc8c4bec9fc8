package vn.ansinh.console;

import vn.ansinh.review.Assessment;

/** How an assessment looks: never by colour alone. */
public record AssessmentMark(String tone, String icon) {

  public static AssessmentMark of(Assessment assessment) {
    return switch (assessment) {
      case CONSISTENT -> new AssessmentMark("good", "✓");
      case LOOK_HERE -> new AssessmentMark("warn", "?");
      case CONTRADICTION -> new AssessmentMark("bad", "≠");
    };
  }
}
