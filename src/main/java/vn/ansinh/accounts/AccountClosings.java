package vn.ansinh.accounts;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.PersonId;

/**
 * The end of an account by its owner's will (ADR 21). When and why is for the caller to know, who
 * {@link #hold}s the account first and does everything in that transaction: so of any number of
 * callers one comes after the other.
 */
@Service
public class AccountClosings {

  private final Accounts accounts;
  private final AccountStore store;
  private final Contacts contacts;
  private final OpenContactChanges openChanges;
  private final Denials denials;
  private final ObjectProvider<SecretMessages> messages;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;

  AccountClosings(
      Accounts accounts,
      AccountStore store,
      Contacts contacts,
      OpenContactChanges openChanges,
      Denials denials,
      ObjectProvider<SecretMessages> messages,
      ApplicationEventPublisher events,
      Audit audit,
      Clock clock) {
    this.accounts = accounts;
    this.store = store;
    this.contacts = contacts;
    this.openChanges = openChanges;
    this.denials = denials;
    this.messages = messages;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Whoever else wants to change the account waits until the caller's transaction is over. Empty
   * when there is none, or it is frozen.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Account> hold(PersonId person) {
    return store
        .lock(person)
        .filter(it -> it.frozenAt() == null)
        .flatMap(it -> store.find(it.person()));
  }

  /**
   * Tells every contact, with the link that prevents it.
   *
   * @param deed the declaration that is told of
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void announce(Account held, UUID deed, Instant closesAt) {
    var person = held.person();
    audit.record(
        "CLOSING_ANNOUNCED", Actor.of(person), Subject.of("account", person.value(), person));
    messages
        .getObject()
        .tellOfClosing(
            person,
            held.contacts(),
            closesAt,
            denials.link(person, deed, closesAt),
            held.language());
  }

  /**
   * Tells every contact that nothing comes of what was announced, with the link that freezes the
   * account: an intruder may want it to live on.
   *
   * @param deed the declaration that is told of
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void takeBack(Account held, UUID deed) {
    var person = held.person();
    messages
        .getObject()
        .tellOfClosingCancelled(
            person, held.contacts(), denials.link(person, deed), held.language());
  }

  /**
   * Session, devices, proofs and changes under way end, the contacts are told for the last time and
   * are free for others, and the account is as none. Only whoever shows its password, or is proved
   * by an identity provider to be its owner, learns that there was one. Registering again takes its
   * place.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void close(Account held, Actor by) {
    var person = held.person();
    messages.getObject().tellOfClosed(person, held.contacts(), held.language());
    openChanges.stop(person, by);
    accounts.forgetEntries(person, SessionEnd.CLOSED, by);
    contacts.release(person);
    store.close(held, clock.instant());
    audit.record("ACCOUNT_CLOSED", by, Subject.of("account", person.value(), person));
    events.publishEvent(new AccountClosed(person));
  }
}
