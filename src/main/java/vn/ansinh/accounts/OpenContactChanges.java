package vn.ansinh.accounts;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.PersonId;

/**
 * Changes of contacts that have not taken effect. The caller holds the lock on the account's row.
 */
@Component
class OpenContactChanges {

  private final ContactChangeStore store;
  private final Contacts contacts;
  private final Audit audit;

  OpenContactChanges(ContactChangeStore store, Contacts contacts, Audit audit) {
    this.store = store;
    this.contacts = contacts;
    this.audit = audit;
  }

  /** Nothing comes of the person's change, if there is one, and the new contact is free again. */
  boolean stop(PersonId person, Actor by) {
    var change = store.find(person);
    change.ifPresent(it -> stop(it, by));
    return change.isPresent();
  }

  private void stop(ContactChange change, Actor by) {
    store.delete(change.person());
    if (change.step().holdsTheNew()) {
      contacts.release(change.person(), change.wanted());
    }
    audit.record("CONTACT_CHANGE_STOPPED", by, subject(change), details(change));
  }

  static Subject subject(ContactChange change) {
    return Subject.of("contact-change", change.id(), change.person());
  }

  static Map<String, String> details(ContactChange change) {
    return Map.of(
        "channel",
        change.wanted().channel().name(),
        "step",
        change.step().name(),
        "session",
        change.session().toString());
  }
}
