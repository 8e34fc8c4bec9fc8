package vn.ansinh.registration;

/** What became of a verb of an officer or of the applicant. */
public sealed interface Outcome {

  record Done() implements Outcome {}

  /**
   * Somebody was faster, or the step does not follow from where the declaration stands; nothing was
   * changed.
   *
   * @param current where it stands
   */
  record WrongState(DeclarationStatus current) implements Outcome {}

  /** The person matched has an account already; nothing was changed. */
  record AlreadyHasAccount() implements Outcome {}

  /** The office to move to receives no files; nothing was changed. */
  record OfficeClosed() implements Outcome {}
}
