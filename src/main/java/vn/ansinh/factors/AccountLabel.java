package vn.ansinh.factors;

import vn.ansinh.accounts.Account;

/**
 * What an app or a key store shows beside its entry: enough for a family to tell theirs apart. It
 * is copied to clouds we know nothing of, so it is not the number.
 */
final class AccountLabel {

  private static final int SHOWN = 4;

  private AccountLabel() {}

  static String of(Account account) {
    var number = account.userName();
    return "BHXH *" + number.substring(Math.max(0, number.length() - SHOWN));
  }
}
