package vn.ansinh.console.admin;

import org.jspecify.annotations.Nullable;
import vn.ansinh.review.Reason;

/** What the form of a reason sends. */
record ReasonForm(
    @Nullable String code,
    @Nullable String kind,
    @Nullable String wrongVi,
    @Nullable String toDoVi,
    @Nullable String wrongEn,
    @Nullable String toDoEn) {

  Reason.Words vietnamese() {
    return new Reason.Words(text(wrongVi), text(toDoVi));
  }

  Reason.Words english() {
    return new Reason.Words(text(wrongEn), text(toDoEn));
  }

  ReasonPage.Form shown() {
    return new ReasonPage.Form(
        text(code), text(kind), text(wrongVi), text(toDoVi), text(wrongEn), text(toDoEn));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
