package vn.ansinh.accounts;

import vn.ansinh.platform.PersonId;

/**
 * Whether an account that lives on a guardian's contact may still do so. Implemented by the module
 * that knows who acts for whom, and asked at every use of the account, so that the end of a
 * guardianship is at once the end of every password, code and session that came through it.
 */
public interface Lending {

  /**
   * @param child whose account it is
   * @param guardian whose contact it uses
   */
  boolean serves(PersonId child, PersonId guardian);
}
