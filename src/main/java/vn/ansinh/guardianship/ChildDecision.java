package vn.ansinh.guardianship;

/** What became of an officer's decision about an application. */
public sealed interface ChildDecision {

  record Done() implements ChildDecision {}

  /** Not there, or not for this officer. */
  record NotFound() implements ChildDecision {}

  record NotAllowed() implements ChildDecision {}

  /** Decided, withdrawn or changed since the officer looked. */
  record Stale() implements ChildDecision {}

  /** The register knows nobody living by this number. */
  record NobodyMatched() implements ChildDecision {}

  /** The number is somebody's with another name or birth date. */
  record Differs() implements ChildDecision {}

  /** By the register's birth date the child may be fifteen already. */
  record NotUnderFifteen() implements ChildDecision {}

  /** By the register's birth date a word is missing that the child's account needs. */
  record NotConsented() implements ChildDecision {}

  /** By the register's birth date the child is too young to have said anything by itself. */
  record NoOwnWord() implements ChildDecision {}

  /** By the register the guardian is not certainly grown up, not living, or has no account. */
  record NoGuardian() implements ChildDecision {}

  record AlreadyGuardian() implements ChildDecision {}

  /** The child has an account with a contact of their own. */
  record HasOwnAccount() implements ChildDecision {}

  /** A decision against an application needs a reason. */
  record NoReason() implements ChildDecision {}
}
