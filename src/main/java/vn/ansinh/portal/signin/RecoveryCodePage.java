package vn.ansinh.portal.signin;

import vn.ansinh.accounts.OneTimeCodes;
import vn.ansinh.web.Problems;

/** Typing the code that came, if number and contact fit. */
public record RecoveryCodePage(Problems problems) {

  /** Room for the longest, whoever asks: how long it is depends on whose device this is. */
  public static final int LENGTH = OneTimeCodes.MOST_DIGITS;
}
