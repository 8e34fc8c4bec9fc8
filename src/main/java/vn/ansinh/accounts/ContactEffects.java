package vn.ansinh.accounts;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.platform.PersonId;

/**
 * Puts a new contact in the place of the old one and tells the owner, at once or when the time to
 * object is over. Any number of nodes may look after the same change: under the lock on the
 * account's row one of them finds it.
 */
@Component
class ContactEffects {

  private static final Logger LOG = LoggerFactory.getLogger(ContactEffects.class);
  private static final int AT_ONCE = 200;
  private static final ContactChangeStore.Due FROM_THE_FIRST =
      new ContactChangeStore.Due(new PersonId(new java.util.UUID(0, 0)), Instant.EPOCH);

  private final ContactChangeStore store;
  private final OpenContactChanges open;
  private final AccountStore accounts;
  private final PendingEntryStore pending;
  private final RecoveryStore recoveries;
  private final Contacts contacts;
  private final Denials denials;
  private final ContactSettings settings;
  private final ObjectProvider<SecretMessages> messages;
  private final ObjectProvider<ContactEffects> self;
  private final Audit audit;
  private final Clock clock;

  ContactEffects(
      ContactChangeStore store,
      OpenContactChanges open,
      AccountStore accounts,
      PendingEntryStore pending,
      RecoveryStore recoveries,
      Contacts contacts,
      Denials denials,
      ContactSettings settings,
      ObjectProvider<SecretMessages> messages,
      ObjectProvider<ContactEffects> self,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.open = open;
    this.accounts = accounts;
    this.pending = pending;
    this.recoveries = recoveries;
    this.contacts = contacts;
    this.denials = denials;
    this.settings = settings;
    this.messages = messages;
    this.self = self;
    this.audit = audit;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void run() {
    if (settings.takingEffect()) {
      runNow();
    }
  }

  /** Everything that is due; what fails is passed over and tried again at the next run. */
  void runNow() {
    var page = store.due(clock.instant(), FROM_THE_FIRST, AT_ONCE);
    while (!page.isEmpty()) {
      page.forEach(it -> settleOrLog(it.person()));
      page = store.due(clock.instant(), page.getLast(), AT_ONCE);
    }
  }

  private void settleOrLog(PersonId person) {
    try {
      self.getObject().settle(person);
    } catch (RuntimeException e) {
      LOG.error("a change of a contact that is due cannot be settled: {}", e.getClass().getName());
    }
  }

  /** A change that waited long enough takes effect; one whose codes never came is given up. */
  @Transactional
  public void settle(PersonId person) {
    var due =
        accounts
            .lock(person)
            .flatMap(_ -> store.find(person))
            .filter(it -> !it.dueAt().isAfter(clock.instant()));
    if (due.isEmpty()) {
      return;
    }
    if (due.get().step() == ContactChange.Step.BRAKE) {
      takeEffect(due.get(), Actor.SYSTEM);
    } else {
      open.stop(person, Actor.SYSTEM);
    }
  }

  /** The caller holds the lock on the account's row. */
  void takeEffect(ContactChange change, Actor by) {
    var before = accounts.find(change.person()).orElseThrow();
    replace(before, change.wanted());
    store.delete(change.person());
    audit.record(
        "CONTACT_CHANGED",
        by,
        OpenContactChanges.subject(change),
        OpenContactChanges.details(change));
    tell(before, change, null);
  }

  /** The caller holds the lock on the account's row. */
  void announce(ContactChange change) {
    audit.record(
        "CONTACT_CHANGE_ANNOUNCED",
        Actor.of(change.person()),
        OpenContactChanges.subject(change),
        OpenContactChanges.details(change));
    tell(accounts.find(change.person()).orElseThrow(), change, change.dueAt());
  }

  private void replace(Account before, Contact wanted) {
    accounts.setAddresses(before.with(wanted));
    replaced(before, wanted).ifPresent(it -> contacts.release(before.person(), it));
    pending.deleteAll(before.person());
    recoveries.deleteOf(before.person());
    accounts.deleteTicket(before.person());
  }

  private static Optional<Contact> replaced(Account before, Contact wanted) {
    return before.contact(wanted.channel()).filter(it -> !it.equals(wanted));
  }

  private void tell(Account before, ContactChange change, @Nullable Instant takesEffectAt) {
    messages
        .getObject()
        .tellOfContactChange(
            before.person(),
            before.contacts(),
            change.wanted(),
            takesEffectAt,
            denials.link(before.person(), change.id()),
            before.language());
  }
}
