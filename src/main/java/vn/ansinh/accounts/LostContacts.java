package vn.ansinh.accounts;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.PersonId;

/**
 * A new contact for somebody who has lost every one and has shown a paper to the office (ADR 19).
 * The account gets a first password again, sent to the new contact and seen by nobody else; it
 * serves only to set an own one. Old contacts are told and count no more, every session ends and no
 * device is known any longer, nor is anything the account could be entered with beside the
 * password.
 */
@Service
public class LostContacts {

  private final Accounts accounts;
  private final AccountStore store;
  private final Contacts contacts;
  private final OpenContactChanges openChanges;
  private final KnownDeviceStore devices;
  private final RecoveryStore recoveries;
  private final ObjectProvider<WaysIn> waysIn;
  private final Denials denials;
  private final ApplicationEventPublisher events;
  private final ObjectProvider<SecretMessages> messages;
  private final Audit audit;

  LostContacts(
      Accounts accounts,
      AccountStore store,
      Contacts contacts,
      OpenContactChanges openChanges,
      KnownDeviceStore devices,
      RecoveryStore recoveries,
      ObjectProvider<WaysIn> waysIn,
      Denials denials,
      ApplicationEventPublisher events,
      ObjectProvider<SecretMessages> messages,
      Audit audit) {
    this.accounts = accounts;
    this.store = store;
    this.contacts = contacts;
    this.openChanges = openChanges;
    this.devices = devices;
    this.recoveries = recoveries;
    this.waysIn = waysIn;
    this.denials = denials;
    this.events = events;
    this.messages = messages;
    this.audit = audit;
  }

  /** What came of it. */
  public sealed interface Replacing {

    /** The first password is on its way. */
    record Replaced() implements Replacing {}

    /** Somebody else holds the new contact; nothing is changed, nor on its way to be. */
    record Taken() implements Replacing {}

    /** This installation sends nothing by that channel; nothing has changed. */
    record Unreachable() implements Replacing {}

    /** None, or a child's, which is reached by the guardian's contacts. */
    record NoAccount() implements Replacing {}
  }

  /**
   * @param wanted as the person said it, normalised; held from now on like one whose code was right
   * @param by the officer who confirms
   */
  @Transactional
  public Replacing replace(PersonId person, Contact wanted, Actor by) {
    var before = store.lock(person).flatMap(it -> store.find(it.person()));
    if (before.isEmpty() || before.get().lentBy() != null) {
      return new Replacing.NoAccount();
    }
    if (!messages.getObject().canSend(wanted.channel())) {
      return new Replacing.Unreachable();
    }
    openChanges.stop(person, by);
    if (!contacts.claim(person, wanted)) {
      return new Replacing.Taken();
    }
    replace(before.get(), wanted, by);
    return new Replacing.Replaced();
  }

  private void replace(Account before, Contact wanted, Actor by) {
    var person = before.person();
    store.setAddresses(before.withOnly(wanted));
    before.contacts().stream()
        .filter(it -> !it.equals(wanted))
        .forEach(it -> contacts.release(person, it));
    devices.forgetAll(person);
    recoveries.deleteOf(person);
    waysIn.forEach(it -> it.voidAll(person, by));
    audit.record("LOST_CONTACTS_REPLACED", by, Subject.of("account", person.value(), person));
    events.publishEvent(new LostContactsReplaced(person));
    accounts.renewFirstPassword(person, wanted.channel(), by);
    messages
        .getObject()
        .tellOfContactChange(
            person,
            before.contacts().stream().filter(it -> !it.equals(wanted)).toList(),
            wanted,
            null,
            denials.link(person, person.value()),
            before.language());
  }
}
