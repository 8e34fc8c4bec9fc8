package vn.ansinh.accounts;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.PersonId;

/**
 * Who holds which phone and e-mail address: each belongs to one person at most (requirement R2).
 * Decided by primary keys, so any number of simultaneous claims has one winner.
 *
 * <p>A phone that its holder has not confirmed by a code is held provisionally: it keeps away
 * others who name the same one, and gives way to whoever confirms it (ADR 8).
 */
@Service
public class Contacts {

  private final ContactStore store;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;

  Contacts(ContactStore store, ApplicationEventPublisher events, Audit audit, Clock clock) {
    this.store = store;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * For contacts that were confirmed. All or nothing. Claiming again what one holds is {@link
   * Claiming.Claimed}; a further address of the same channel is held beside the earlier one until
   * {@link #release}. Takes the phone from whoever holds it provisionally, which {@link
   * PhoneDisplaced} tells.
   *
   * @param phone normalised, or absent
   * @param email normalised, or absent
   */
  @Transactional
  public Claiming claim(PersonId holder, @Nullable String phone, @Nullable String email) {
    return claim(holder, phone, true, email);
  }

  /** The same for one contact; false when somebody else holds it. */
  @Transactional
  public boolean claim(PersonId holder, Contact contact) {
    var claimed =
        switch (contact.channel()) {
          case SMS -> claim(holder, contact.address(), true, null);
          case EMAIL -> claim(holder, null, true, contact.address());
        };
    return claimed instanceof Claiming.Claimed;
  }

  /** The same for a phone that nobody has confirmed; it is refused to whoever comes second. */
  @Transactional
  public Claiming claimProvisionally(PersonId holder, String phone, @Nullable String email) {
    return claim(holder, phone, false, email);
  }

  /** Whether the phone is this person's, provisionally or not. */
  @Transactional(readOnly = true)
  public boolean holdsPhone(PersonId holder, String phone) {
    return store.holdsPhone(phone, holder);
  }

  /** Gives back one of those the person holds; nothing happens when it is somebody else's. */
  @Transactional
  public void release(PersonId holder, Contact contact) {
    switch (contact.channel()) {
      case SMS -> store.deletePhone(contact.address(), holder);
      case EMAIL -> store.deleteEmail(contact.address(), holder);
    }
    audit.record("CONTACT_RELEASED", Actor.SYSTEM, Subject.of(holder));
  }

  /** Gives back everything the person holds. */
  @Transactional
  public void release(PersonId holder) {
    if (store.deleteAll(holder) > 0) {
      audit.record("CONTACTS_RELEASED", Actor.SYSTEM, Subject.of(holder));
    }
  }

  /**
   * Hands everything confirmed on to the person whom an officer has found to be the same, without a
   * moment in which somebody else could take it; what is held provisionally is given back.
   */
  @Transactional
  public void move(PersonId from, PersonId to) {
    store.deleteProvisional(from);
    if (!from.equals(to) && store.moveAll(from, to) > 0) {
      audit.record("CONTACTS_MOVED", Actor.SYSTEM, Subject.of(from));
      audit.record("CONTACTS_CLAIMED", Actor.SYSTEM, Subject.of(to));
    }
  }

  /** The phone last: once somebody has lost it, nothing may fail any more. */
  private Claiming claim(
      PersonId holder, @Nullable String phone, boolean confirmed, @Nullable String email) {
    var now = clock.instant();
    var newEmail = false;
    if (email != null) {
      newEmail = store.insertEmail(email, holder, now);
      if (!newEmail && !store.holdsEmail(email, holder)) {
        return new Claiming.EmailTaken();
      }
    }
    if (phone != null && !takesPhone(holder, phone, confirmed, now)) {
      if (email != null && newEmail) {
        store.deleteEmail(email, holder);
      }
      return new Claiming.PhoneTaken();
    }
    audit.record("CONTACTS_CLAIMED", Actor.SYSTEM, Subject.of(holder));
    return new Claiming.Claimed();
  }

  private boolean takesPhone(PersonId holder, String phone, boolean confirmed, Instant now) {
    if (store.insertPhone(phone, holder, confirmed, now)) {
      return true;
    }
    var held = store.lockPhone(phone);
    if (held.isEmpty()) {
      // Given back since.
      return takesPhone(holder, phone, confirmed, now);
    }
    boolean own = held.get().holder().equals(holder);
    if (!confirmed) {
      return own;
    }
    if (!own && held.get().confirmed()) {
      return false;
    }
    store.confirmPhone(phone, holder, now);
    if (!own) {
      var loser = held.get().holder();
      audit.record("PHONE_DISPLACED", Actor.SYSTEM, Subject.of(loser));
      events.publishEvent(new PhoneDisplaced(loser, phone));
    }
    return true;
  }
}
