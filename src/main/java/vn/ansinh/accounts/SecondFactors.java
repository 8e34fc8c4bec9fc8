package vn.ansinh.accounts;

import java.util.Set;
import vn.ansinh.platform.PersonId;

/**
 * What a person keeps to sign in with beside the password. Implemented by the module that keeps it
 * and uses this one; looked up late.
 */
public interface SecondFactors extends WaysIn {

  /** What may be typed in the place of a code sent to a contact. */
  enum Kind {
    /** The code an authenticator app shows. */
    APP,
    /** One of the codes printed beforehand. */
    RECOVERY_CODE
  }

  /** What the person could type now. */
  Set<Kind> typedBy(PersonId person);

  /**
   * Right once only, however many type it at the same moment; wrong ones are counted by person.
   * Call it in a transaction that commits whatever the answer is. Costs the same for a person who
   * has none, or is none.
   */
  StandIn redeem(PersonId person, Kind kind, String typed, Entrant entrant);

  /**
   * Whether codes of apps open nothing on devices unknown to the account, because too many were
   * guessed at over the whole system.
   */
  boolean appsRest();

  /**
   * A recovery code typed by somebody who has shown no password, only named number and contact.
   * Wrong ones are bounded by whoever calls: strangers must not use up the owner's own tries. Looks
   * before it holds, so that a wrong one costs the same for a person who has none, or is none.
   *
   * @param hold called before a right one is used up
   */
  boolean redeemPrinted(PersonId person, String typed, Runnable hold);
}
