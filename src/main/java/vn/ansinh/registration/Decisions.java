package vn.ansinh.registration;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Contact;
import vn.ansinh.audit.Actor;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.consents.Consents;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.DeclarationEvent.Deed;
import vn.ansinh.registration.Lifecycle.Act;
import vn.ansinh.registration.Outcome.AlreadyHasAccount;
import vn.ansinh.registration.Outcome.Done;
import vn.ansinh.registration.Outcome.OfficeClosed;
import vn.ansinh.registration.Outcome.WrongState;

/** What officers do to a declaration; each in the caller's transaction. */
@Component
class Decisions {

  private final DeclarationStore store;
  private final Lifecycle lifecycle;
  private final Promises promises;
  private final Claims claims;
  private final PhoneProofStore proofs;
  private final Accounts accounts;
  private final People people;
  private final Offices offices;
  private final Consents consents;
  private final RegistrationSettings settings;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Decisions(
      DeclarationStore store,
      Lifecycle lifecycle,
      Promises promises,
      Claims claims,
      PhoneProofStore proofs,
      Accounts accounts,
      People people,
      Offices offices,
      Consents consents,
      RegistrationSettings settings,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.lifecycle = lifecycle;
    this.promises = promises;
    this.claims = claims;
    this.proofs = proofs;
    this.accounts = accounts;
    this.people = people;
    this.offices = offices;
    this.consents = consents;
    this.settings = settings;
    this.events = events;
    this.clock = clock;
  }

  Outcome recordPaperReceipt(DeclarationId id, OfficerId by) {
    var before = lock(id);
    return switch (before.status()) {
      case AWAITING_PAPER, ASKED_TO_COME ->
          move(
              before,
              it -> it.as(DeclarationStatus.SUBMITTED, promises.paperReceived(it.clock())),
              Act.of(Deed.PAPER_RECEIVED, Actor.of(by)),
              new PaperReceived(id, before.person(), before.officeCode()));
      default -> new WrongState(before.status());
    };
  }

  Outcome startReview(DeclarationId id, OfficerId by) {
    var before = lock(id);
    return turn(
        before,
        DeclarationStatus.IN_REVIEW,
        promises.officesTurn(before.clock()),
        Act.of(Deed.REVIEW_STARTED, Actor.of(by)),
        null);
  }

  Outcome giveBack(DeclarationId id, OfficerId by) {
    var before = lock(id);
    return before.status() == DeclarationStatus.IN_REVIEW
        ? turn(
            before,
            DeclarationStatus.SUBMITTED,
            before.clock(),
            Act.of(Deed.GIVEN_BACK, Actor.of(by)),
            null)
        : new WrongState(before.status());
  }

  Outcome returnForCorrection(
      DeclarationId id, int seen, OfficerId by, List<String> reasons, @Nullable String note) {
    var before = lock(id);
    return before.version() != seen
        ? new WrongState(before.status())
        : turn(
            before,
            DeclarationStatus.RETURNED,
            promises.applicantsTurn(before.clock()),
            Act.because(Deed.RETURNED, Actor.of(by), reasons, note),
            new DeclarationReturned(id, before.person()));
  }

  Outcome askToCome(
      DeclarationId id, int seen, OfficerId by, List<String> reasons, @Nullable String note) {
    var before = lock(id);
    return before.version() != seen
        ? new WrongState(before.status())
        : turn(
            before,
            DeclarationStatus.ASKED_TO_COME,
            promises.applicantsTurn(before.clock()),
            Act.because(Deed.ASKED_TO_COME, Actor.of(by), reasons, note),
            new DeclarantAskedToCome(id, before.person()));
  }

  Outcome reject(
      DeclarationId id, int seen, OfficerId by, List<String> reasons, @Nullable String note) {
    var before = lock(id);
    if (before.version() != seen) {
      return new WrongState(before.status());
    }
    var outcome =
        turn(
            before,
            DeclarationStatus.REJECTED,
            promises.ended(before.clock()),
            Act.because(Deed.REJECTED, Actor.of(by), reasons, note),
            new DeclarationDecided(id, before.person(), DeclarationStatus.REJECTED));
    if (outcome instanceof Done) {
      claims.release(before);
      var last = clock.instant().plus(settings.rejectedKeptFor());
      lifecycle.eraseOn(id, VietnamTime.date(last));
    }
    return outcome;
  }

  /** Opens the account in the same transaction; the phone and e-mail claims go over to it. */
  Outcome approve(DeclarationId id, int seen, OfficerId by, PersonId matched) {
    var before = lock(id);
    if (before.version() != seen || before.status() != DeclarationStatus.IN_REVIEW) {
      return new WrongState(before.status());
    }
    var person =
        people
            .find(matched)
            .orElseThrow(() -> new RegistrationException("no such person in the register"));
    if (!claims.isFree(matched, before)) {
      return new AlreadyHasAccount();
    }
    var outcome =
        move(
            before,
            it -> it.matchedTo(matched).as(DeclarationStatus.APPROVED, promises.ended(it.clock())),
            Act.of(Deed.APPROVED, Actor.of(by)),
            new DeclarationDecided(id, before.person(), DeclarationStatus.APPROVED));
    if (outcome instanceof Done) {
      openAccount(before, person, by);
    }
    return outcome;
  }

  Outcome moveTo(DeclarationId id, String officeCode, OfficerId by) {
    var before = lock(id);
    if (!before.status().isOpen() || before.officeCode().equals(officeCode)) {
      return new WrongState(before.status());
    }
    if (offices.open(officeCode).isEmpty()) {
      return new OfficeClosed();
    }
    var status =
        before.status() == DeclarationStatus.IN_REVIEW
            ? DeclarationStatus.SUBMITTED
            : before.status();
    return move(
        before,
        it -> it.at(officeCode).as(status, it.clock()),
        Act.of(Deed.MOVED, Actor.of(by)),
        new DeclarationMoved(id, before.person(), before.officeCode(), officeCode));
  }

  private void openAccount(Declaration declaration, Person person, OfficerId by) {
    var facts = declaration.facts();
    if (facts == null) {
      throw new RegistrationException("an erased declaration cannot be approved");
    }
    claims.handOver(declaration, person.id());
    consents.pass(declaration.id().value(), person.id().value());
    var to = new ArrayList<Contact>();
    // A phone that was only named may be a stranger's: an account never sends codes there.
    if (proofs.covers(declaration)) {
      to.add(Contact.phone(facts.phone()));
    }
    if (facts.email() != null) {
      to.add(Contact.email(facts.email()));
    }
    accounts.open(person.id(), person.number(), to, facts.language(), Actor.of(by));
  }

  private Outcome turn(
      Declaration before,
      DeclarationStatus next,
      PromiseClock then,
      Act act,
      @Nullable Object event) {
    return before.status().canBecome(next)
        ? move(before, it -> it.as(next, then), act, event)
        : new WrongState(before.status());
  }

  private Outcome move(
      Declaration before, UnaryOperator<Declaration> change, Act act, @Nullable Object event) {
    if (!lifecycle.move(before, change.apply(before), act)) {
      return new WrongState(lock(before.id()).status());
    }
    if (event != null) {
      events.publishEvent(event);
    }
    return new Done();
  }

  private Declaration lock(DeclarationId id) {
    return store.lock(id).orElseThrow(() -> new RegistrationException("no such declaration"));
  }
}
