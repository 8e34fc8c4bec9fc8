package vn.ansinh.registration;

import java.util.Set;

/** What became of a submission. Everything but {@link Accepted} leaves no trace but the draft. */
public sealed interface Submission {

  /** Whether the answer tells something about others; to be given out sparingly. */
  default boolean tellsOfOthers() {
    return switch (this) {
      case PhoneTaken _,
          EmailTaken _,
          NumberAlreadyOpen _,
          NumberAlreadyRegistered _,
          NumberNotFound _ ->
          true;
      case Accepted _, OfficeClosed _, Incomplete _, NotConfirmed _, KeyReused _, Gone _ -> false;
    };
  }

  /**
   * The same answer for every repetition.
   *
   * @param statusSecret opens the status page; never shown to staff
   */
  record Accepted(DeclarationId id, DeclarationCode code, String statusSecret)
      implements Submission {}

  /** Another person registered this phone (notice rule R2). */
  record PhoneTaken() implements Submission {}

  /** Another person registered this e-mail address (notice rule R2). */
  record EmailTaken() implements Submission {}

  /** The person with this number, name and paper has a declaration under way. */
  record NumberAlreadyOpen() implements Submission {}

  /** The person with this number, name and paper has an account. */
  record NumberAlreadyRegistered() implements Submission {}

  /** The number chosen was shown for data that fit nobody. */
  record NumberNotFound() implements Submission {}

  /** The office chosen receives no files any more. */
  record OfficeClosed() implements Submission {}

  record Incomplete(Set<Step> steps) implements Submission {}

  /** The contact as typed now has not been confirmed by a code. */
  record NotConfirmed() implements Submission {}

  /** The idempotency key was used for another draft. */
  record KeyReused() implements Submission {}

  /** No such draft any more, or the declaration it corrects is not returned any more. */
  record Gone() implements Submission {}
}
