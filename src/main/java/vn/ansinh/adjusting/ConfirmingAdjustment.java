package vn.ansinh.adjusting;

import vn.ansinh.accounts.Redeeming;

/** What came of the code. */
public sealed interface ConfirmingAdjustment {

  /** With the office; the same answer for every repetition. */
  record Submitted() implements ConfirmingAdjustment {}

  record NotYet(Redeeming why) implements ConfirmingAdjustment {}

  /** No code is awaited, or no more in this session, or something is wrong by now. */
  record Gone() implements ConfirmingAdjustment {}
}
