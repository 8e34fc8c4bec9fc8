package vn.ansinh.registration;

/**
 * Where a declaration stands.
 *
 * <p>Who has to act: the office while {@link #SUBMITTED} and {@link #IN_REVIEW}; the applicant
 * while {@link #AWAITING_PAPER}, {@link #ASKED_TO_COME} and {@link #RETURNED}. Only the applicant's
 * turn has an end: see {@link PromiseClock#actBy}.
 */
public enum DeclarationStatus {
  /** Everything needed is there; waits for an officer. */
  SUBMITTED,
  /** To be handed in on paper: at the desk, by post or through the employer. */
  AWAITING_PAPER,
  /** An officer has it open. */
  IN_REVIEW,
  /** The applicant is to come with the original papers. */
  ASKED_TO_COME,
  /** Sent back for correction; can be resubmitted under the same code. */
  RETURNED,
  APPROVED,
  REJECTED,
  /** Taken back by the applicant; personal data erased. */
  WITHDRAWN,
  /** The applicant's time ran out; personal data erased. */
  EXPIRED;

  public boolean canBecome(DeclarationStatus next) {
    return switch (this) {
      case SUBMITTED -> next == IN_REVIEW || next == RETURNED || next == WITHDRAWN;
      case AWAITING_PAPER ->
          next == SUBMITTED || next == RETURNED || next == WITHDRAWN || next == EXPIRED;
      case IN_REVIEW ->
          switch (next) {
            case SUBMITTED, ASKED_TO_COME, RETURNED, APPROVED, REJECTED, WITHDRAWN -> true;
            default -> false;
          };
      case ASKED_TO_COME ->
          next == SUBMITTED || next == IN_REVIEW || next == WITHDRAWN || next == EXPIRED;
      case RETURNED ->
          next == SUBMITTED || next == AWAITING_PAPER || next == WITHDRAWN || next == EXPIRED;
      case APPROVED, REJECTED, WITHDRAWN, EXPIRED -> false;
    };
  }

  /** Not yet decided, withdrawn or expired. */
  public boolean isOpen() {
    return canBecome(WITHDRAWN);
  }

  /** The next step is the applicant's, and has a last day. */
  public boolean waitsForApplicant() {
    return canBecome(EXPIRED);
  }
}
