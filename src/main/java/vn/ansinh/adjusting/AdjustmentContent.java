package vn.ansinh.adjusting;

import org.jspecify.annotations.Nullable;

/**
 * All that is kept under seal about a request.
 *
 * @param declared absent until it is submitted
 * @param seen what the register said when an officer approved; absent until then
 */
record AdjustmentContent(AdjustmentForm form, @Nullable Declared declared, @Nullable Facts seen) {

  AdjustmentContent with(AdjustmentForm changed) {
    return new AdjustmentContent(changed, declared, null);
  }

  AdjustmentContent declaring(Declared what) {
    return new AdjustmentContent(form, what, null);
  }

  AdjustmentContent seeing(Facts register) {
    return new AdjustmentContent(form, declared, register);
  }

  @Override
  public String toString() {
    return "AdjustmentContent";
  }
}
