package vn.ansinh.guardianship;

import java.util.Map;
import vn.ansinh.accounts.Redeeming;

/** What became of handing in an application. */
public sealed interface ChildSubmission {

  /** The same answer for every repetition. */
  record Accepted(ApplicationId id) implements ChildSubmission {}

  /** An application for this child is under way, by this guardian or another. */
  record AlreadyOpen() implements ChildSubmission {}

  /** The guardian acts for this child already. */
  record AlreadyGuardian() implements ChildSubmission {}

  /** Something is missing or wrong: field to what. */
  record Incomplete(Map<ChildField, String> problems) implements ChildSubmission {}

  /** A word the child's account needs was not said: see {@link ChildConsents}. */
  record NotConsented() implements ChildSubmission {}

  /** The code was not right. */
  record NotConfirmed(Redeeming why) implements ChildSubmission {}

  /** Too many tries today. */
  record TooMany() implements ChildSubmission {}

  /**
   * So many of this guardian's wait for an office that no further one is taken in.
   *
   * @param most as many as may
   */
  record TooManyWaiting(int most) implements ChildSubmission {}

  /** No such application of this guardian, or it is decided. */
  record Gone() implements ChildSubmission {}
}
