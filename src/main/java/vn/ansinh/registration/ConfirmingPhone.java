package vn.ansinh.registration;

import vn.ansinh.accounts.Redeeming;

/** What came of a code typed to confirm a phone. */
public sealed interface ConfirmingPhone {

  /** The phone is the applicant's from now on; whoever had only named it has lost it. */
  record Confirmed() implements ConfirmingPhone {}

  /** The code was right, but somebody else has confirmed the same phone before. */
  record Taken() implements ConfirmingPhone {}

  /** The code was not accepted. */
  record NotYet(Redeeming why) implements ConfirmingPhone {}

  /** There is nothing to confirm any more. */
  record Gone() implements ConfirmingPhone {}
}
