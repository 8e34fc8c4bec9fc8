package vn.ansinh.accounts;

import java.time.Instant;
import java.util.UUID;
import vn.ansinh.platform.PersonId;

/**
 * A phone or an e-mail address on its way to replace another.
 *
 * @param session in which the password was shown; codes count in the same only
 * @param dueAt when it takes effect by itself ({@link Step#BRAKE}), else when it is given up
 */
record ContactChange(
    PersonId person, UUID id, UUID session, Contact wanted, Step step, Instant dueAt) {

  /** What is awaited. */
  enum Step {
    /** The code sent to the new contact. */
    NEW_CONTACT,
    /** The code sent to the old contact; the new one is claimed. */
    OLD_CONTACT,
    /** Nothing any more: the old contact is lost, and the time to object runs. */
    BRAKE;

    boolean holdsTheNew() {
      return this != NEW_CONTACT;
    }
  }

  ContactChange at(Step next, Instant due) {
    return new ContactChange(person, id, session, wanted, next, due);
  }

  @Override
  public String toString() {
    return "ContactChange[" + id + "]";
  }
}
