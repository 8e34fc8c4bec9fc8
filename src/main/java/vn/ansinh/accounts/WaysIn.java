package vn.ansinh.accounts;

import vn.ansinh.audit.Actor;
import vn.ansinh.platform.PersonId;

/**
 * Ways to sign in that a person has added beside the password. Implemented by every module that
 * keeps some and uses this one; looked up late.
 */
public interface WaysIn {

  /**
   * Nothing the person has added opens anything from now on: whoever used the account may have
   * added it. Called in the transaction that freezes, closes or hands over the account, under the
   * lock on its row.
   */
  void voidAll(PersonId person, Actor by);
}
