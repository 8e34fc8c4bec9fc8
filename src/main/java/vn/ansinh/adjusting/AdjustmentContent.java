package vn.ansinh.adjusting;

import org.jspecify.annotations.Nullable;

/**
 * All that is kept under seal about a request.
 *
 * @param declared absent until it is submitted
 * @param seen what the register said when an officer approved; absent until then
 * @param handedIn the pictures as they were last submitted; absent until then
 */
record AdjustmentContent(
    AdjustmentForm form,
    @Nullable Declared declared,
    @Nullable Facts seen,
    @Nullable EvidencePictures handedIn) {

  static AdjustmentContent of(AdjustmentForm form) {
    return new AdjustmentContent(form, null, null, null);
  }

  AdjustmentContent with(AdjustmentForm changed) {
    return new AdjustmentContent(changed, declared, null, handedIn);
  }

  AdjustmentContent declaring(Declared what, EvidencePictures pictures) {
    return new AdjustmentContent(form, what, null, pictures);
  }

  AdjustmentContent seeing(Facts register) {
    return new AdjustmentContent(form, declared, register, handedIn);
  }

  @Override
  public String toString() {
    return "AdjustmentContent";
  }
}
