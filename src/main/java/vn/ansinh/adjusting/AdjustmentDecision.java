package vn.ansinh.adjusting;

/** What became of an officer's deed. */
public sealed interface AdjustmentDecision {

  /**
   * @param written whether the register says it already
   */
  record Done(boolean written) implements AdjustmentDecision {}

  /** Not there, or not for this officer. */
  record NotFound() implements AdjustmentDecision {}

  record NotAllowed() implements AdjustmentDecision {}

  /** Decided, withdrawn or changed since the officer looked. */
  record Stale() implements AdjustmentDecision {}

  /** A colleague has it. */
  record TakenByColleague() implements AdjustmentDecision {}

  /** It is to be taken before it is decided. */
  record NotTaken() implements AdjustmentDecision {}

  /** The officer has the name of the person, old or new: a colleague decides. */
  record OwnName() implements AdjustmentDecision {}

  /** The personal id is somebody else's in the register. */
  record NumberTaken() implements AdjustmentDecision {}

  /** The register changed after the officer looked; nothing was changed. */
  record RegisterChanged() implements AdjustmentDecision {}

  /** The register knows nobody living; nothing can come of it. */
  record NotActive() implements AdjustmentDecision {}

  /** A photo is still being checked, or will never be seen. */
  record PicturesMissing() implements AdjustmentDecision {}

  /** A decision against a request needs words, of 2000 characters at most. */
  record NoAnswer() implements AdjustmentDecision {}
}
