package vn.ansinh.accounts;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import vn.ansinh.accounts.ContactChange.Step;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.platform.Ids;

/**
 * Another phone or e-mail address for an account (ADR 19): the own password, a code to the new
 * contact, then a code to the old one. Where the old one is lost, the change is announced to every
 * contact instead and takes effect a day later, unless somebody stops it. The new contact is
 * claimed when its code was right, so only what somebody has in hand is kept from others, and the
 * database decides who of many has it. Any number of calls for one person behave as if one came
 * after the other.
 */
@Service
public class ContactChanges {

  private final ContactChangeStore store;
  private final OpenContactChanges open;
  private final ContactEffects effects;
  private final AccountStore accounts;
  private final OwnPassword ownPassword;
  private final Contacts contacts;
  private final ContactCodes codes;
  private final Budgets budgets;
  private final ContactSettings settings;
  private final TransactionOperations transaction;
  private final Audit audit;
  private final Clock clock;

  ContactChanges(
      ContactChangeStore store,
      OpenContactChanges open,
      ContactEffects effects,
      AccountStore accounts,
      OwnPassword ownPassword,
      Contacts contacts,
      ContactCodes codes,
      Budgets budgets,
      ContactSettings settings,
      TransactionOperations transaction,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.open = open;
    this.effects = effects;
    this.accounts = accounts;
    this.ownPassword = ownPassword;
    this.contacts = contacts;
    this.codes = codes;
    this.budgets = budgets;
    this.settings = settings;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is under way; steps that need a code only for the session they were begun in. */
  @Transactional(readOnly = true)
  public Optional<OpenChange> open(CitizenSession session) {
    return store
        .find(session.person())
        .filter(it -> it.step() == Step.BRAKE || isOf(it, session))
        .map(codes::shown);
  }

  /**
   * Asks for the password before anything else, and answers alike whether somebody has the contact
   * or nobody. An unfinished change of before is given up.
   *
   * @param wanted normalised
   */
  public ChangingContact begin(
      CitizenSession session, String password, Contact wanted, Device device, Locale language) {
    if (!codes.canSend(wanted.channel())) {
      return new ChangingContact.Unreachable();
    }
    return switch (ownPassword.shown(session, password, device)) {
      case OwnPassword.TooMany(var until) -> new ChangingContact.TooMany(until);
      case OwnPassword.Wrong(var left) -> new ChangingContact.Wrong(left);
      case OwnPassword.Busy _ -> new ChangingContact.Busy();
      case OwnPassword.Right(var credentials) ->
          Objects.requireNonNull(
              transaction.execute(
                  _ -> begin(session, credentials, wanted, device.network(), language)));
    };
  }

  /** Sends the code of the present step again; empty when no code is awaited. */
  @Transactional
  public Optional<Sending> sendAgain(CitizenSession session, Locale language, String network) {
    return locked(session).flatMap(it -> codes.send(it, language, network));
  }

  /** The code sent to the new contact. Right, it sends one to the old contact. */
  @Transactional
  public ConfirmingContact confirmNew(
      CitizenSession session, String typed, Locale language, String network) {
    var change = locked(session).filter(it -> it.step() == Step.NEW_CONTACT);
    if (change.isEmpty()) {
      return new ConfirmingContact.Gone();
    }
    var answer = codes.redeemNew(change.get(), typed);
    return answer instanceof Redeeming.Accepted
        ? confirmed(change.get(), language, network)
        : new ConfirmingContact.NotYet(answer);
  }

  /** The code sent to the old contact: the change takes effect at once. */
  @Transactional
  public ConfirmingContact confirmOld(CitizenSession session, String typed) {
    var change = locked(session).filter(it -> it.step() == Step.OLD_CONTACT);
    if (change.isEmpty()) {
      return new ConfirmingContact.Gone();
    }
    var answer = codes.redeemOld(change.get(), typed);
    if (!(answer instanceof Redeeming.Accepted)) {
      return new ConfirmingContact.NotYet(answer);
    }
    effects.takeEffect(change.get(), Actor.of(session.person()));
    return new ConfirmingContact.Changed();
  }

  /**
   * "I no longer have the old one": the change is announced to every contact and takes effect by
   * itself after the brake. False when the new contact is not confirmed.
   */
  @Transactional
  public boolean brake(CitizenSession session) {
    var change = locked(session).filter(it -> it.step() == Step.OLD_CONTACT);
    change
        .map(it -> it.at(Step.BRAKE, clock.instant().plus(settings.brake())))
        .ifPresent(
            it -> {
              store.step(it);
              effects.announce(it);
            });
    return change.isPresent();
  }

  /** By the owner, from any session. False when nothing was under way. */
  @Transactional
  public boolean cancel(CitizenSession session) {
    var person = session.person();
    return accounts.lock(person).isPresent() && open.stop(person, Actor.of(person));
  }

  private ChangingContact begin(
      CitizenSession session, Credentials proved, Contact wanted, String network, Locale language) {
    var person = session.person();
    if (!stillTrue(proved)) {
      return new ChangingContact.Busy();
    }
    var account = accounts.find(person).orElseThrow();
    if (account.lentBy() != null) {
      return new ChangingContact.Lent();
    }
    if (account.contacts().contains(wanted)) {
      return new ChangingContact.Same();
    }
    if (store.find(person).filter(it -> it.step() == Step.BRAKE).isPresent()) {
      return new ChangingContact.Waiting();
    }
    if (budgets.take(settings.begun(), person.value().toString())
        instanceof Taking.Spent(var until)) {
      return new ChangingContact.TooMany(until);
    }
    open.stop(person, Actor.of(person));
    var now = clock.instant();
    var change =
        new ContactChange(
            person,
            Ids.next(),
            session.id(),
            wanted,
            Step.NEW_CONTACT,
            now.plus(settings.openFor()));
    store.put(change, now);
    audit.record(
        "CONTACT_CHANGE_BEGUN",
        Actor.of(person),
        OpenContactChanges.subject(change),
        OpenContactChanges.details(change));
    return new ChangingContact.Begun(codes.send(change, language, network).orElseThrow());
  }

  private ConfirmingContact confirmed(ContactChange change, Locale language, String network) {
    if (!contacts.claim(change.person(), change.wanted())) {
      open.stop(change.person(), Actor.of(change.person()));
      return new ConfirmingContact.Taken();
    }
    var next = change.at(Step.OLD_CONTACT, change.dueAt());
    store.step(next);
    audit.record(
        "NEW_CONTACT_CONFIRMED",
        Actor.of(change.person()),
        OpenContactChanges.subject(change),
        OpenContactChanges.details(change));
    var unused = codes.send(next, language, network);
    return new ConfirmingContact.AsksOld();
  }

  private Optional<ContactChange> locked(CitizenSession session) {
    return accounts
        .lock(session.person())
        .flatMap(it -> store.find(it.person()))
        .filter(it -> isOf(it, session));
  }

  private boolean isOf(ContactChange change, CitizenSession session) {
    return change.session().equals(session.id()) && change.dueAt().isAfter(clock.instant());
  }

  private boolean stillTrue(Credentials proved) {
    return accounts
        .lock(proved.person())
        .filter(it -> Objects.equals(it.hash(), proved.hash()))
        .isPresent();
  }
}
