package vn.ansinh.accounts;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.PersonId;

/**
 * Who holds which phone and e-mail address: each belongs to one person at most (requirement R2).
 * Decided by primary keys, so any number of simultaneous claims has one winner.
 */
@Service
public class Contacts {

  private final ContactStore store;
  private final Audit audit;
  private final Clock clock;

  Contacts(ContactStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * All or nothing. Claiming again what one holds is {@link Claiming.Claimed}; a further address of
   * the same channel is held beside the earlier one until {@link #release}.
   *
   * @param phone normalised, or absent
   * @param email normalised, or absent
   */
  @Transactional
  public Claiming claim(PersonId holder, @Nullable String phone, @Nullable String email) {
    var now = clock.instant();
    var newPhone = false;
    if (phone != null) {
      newPhone = store.insertPhone(phone, holder, now);
      if (!newPhone && !store.holdsPhone(phone, holder)) {
        return new Claiming.PhoneTaken();
      }
    }
    if (email != null
        && !store.insertEmail(email, holder, now)
        && !store.holdsEmail(email, holder)) {
      if (newPhone) {
        store.deletePhone(phone, holder);
      }
      return new Claiming.EmailTaken();
    }
    audit.record("CONTACTS_CLAIMED", Actor.SYSTEM, Subject.of(holder));
    return new Claiming.Claimed();
  }

  /** Gives back everything the person holds. */
  @Transactional
  public void release(PersonId holder) {
    if (store.deleteAll(holder) > 0) {
      audit.record("CONTACTS_RELEASED", Actor.SYSTEM, Subject.of(holder));
    }
  }

  /**
   * Hands everything on to the person whom an officer has found to be the same, without a moment in
   * which somebody else could take it.
   */
  @Transactional
  public void move(PersonId from, PersonId to) {
    if (!from.equals(to) && store.moveAll(from, to) > 0) {
      audit.record("CONTACTS_MOVED", Actor.SYSTEM, Subject.of(from));
      audit.record("CONTACTS_CLAIMED", Actor.SYSTEM, Subject.of(to));
    }
  }
}
