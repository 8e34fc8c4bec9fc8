package vn.ansinh.consents;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.AccountClosed;
import vn.ansinh.accounts.Budget;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.Taking;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.PersonId;

/**
 * Consents (Law 91/2025/QH15; Decree 356/2025/ND-CP): nothing counts that was not said, each
 * purpose by itself, withdrawn as easily as given. The trail is the proof and outlives the rows. Of
 * simultaneous words about one purpose each counts once; a withdrawal is never refused.
 */
@Service
public class Consents {

  private static final Budget GIVINGS = Budget.of("consents.given", 40, Duration.ofDays(1));

  private final ConsentStore store;
  private final Budgets budgets;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Consents(
      ConsentStore store,
      Budgets budgets,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.budgets = budgets;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Whether a holder agrees, to the text of today, at this moment. */
  @Transactional(readOnly = true)
  public boolean stands(UUID holder, Purpose purpose) {
    return store.live(holder, purpose).stream().anyMatch(Consent::stands);
  }

  /** A holder's own and what a representative gave for them, ended ones too, the newest first. */
  @Transactional(readOnly = true)
  public List<Consent> of(UUID holder) {
    return store.of(holder);
  }

  /** What somebody gave for children, the newest first. */
  @Transactional(readOnly = true)
  public List<Consent> givenFor(PersonId representative) {
    return store.givenBy(representative);
  }

  /**
   * By somebody not signed in, who holds the draft's secret or the link of the declaration.
   *
   * @param wording the version that was read
   */
  @Transactional
  public Giving giveUnsigned(UUID holder, Purpose purpose, int wording, Said said) {
    return give(holder, purpose, wording, said, Actor.VISITOR, null, null);
  }

  /**
   * @param wording the version that was read
   */
  @Transactional
  public Giving give(PersonId person, Purpose purpose, int wording, Said said) {
    return give(person.value(), purpose, wording, said, Actor.of(person), person, null);
  }

  /**
   * For a child, whose own word is taken down by the representative too.
   *
   * @param application for the child's account
   */
  @Transactional
  public Giving giveFor(
      UUID application, PersonId representative, Purpose purpose, int wording, Said said) {
    return give(
        application,
        purpose,
        wording,
        said,
        Actor.of(representative),
        representative,
        representative);
  }

  /** False when there was nothing to withdraw. What was done before stays done. */
  @Transactional
  public boolean withdrawUnsigned(UUID holder, Purpose purpose, Said said) {
    return withdraw(holder, purpose, said, Actor.VISITOR, null, null);
  }

  /** False when there was nothing to withdraw. What was done before stays done. */
  @Transactional
  public boolean withdraw(PersonId person, Purpose purpose, Said said) {
    return withdraw(person.value(), purpose, said, Actor.of(person), person, null);
  }

  /** False when there was nothing of this representative to withdraw. */
  @Transactional
  public boolean withdrawFor(UUID holder, PersonId representative, Purpose purpose, Said said) {
    return withdraw(
        holder, purpose, said, Actor.of(representative), representative, representative);
  }

  /**
   * The child's own word, by the child or by an officer who has heard it.
   *
   * @param representative who had taken it down
   * @return false when no such word stood
   */
  @Transactional
  public boolean withdrawOwn(PersonId child, PersonId representative, Said said, Actor by) {
    return withdraw(child.value(), Purpose.CHILD_BY_CHILD, said, by, child, representative);
  }

  /**
   * What was said to a draft goes on as said to its declaration, and so on to the person or child
   * an officer decided it to be; where both said something the later holder's word stays. Joins the
   * transaction that does it, whose own line says from what to what.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void pass(UUID from, UUID to) {
    store.pass(from, to);
  }

  /**
   * On the trail of the person under whom a declaration lies: what was agreed to on the way to it.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void declare(UUID declaration, PersonId person) {
    store.of(declaration).stream()
        .filter(Consent::isLive)
        .forEach(
            it ->
                record(
                    "CONSENT_DECLARED", it.id(), it.purpose(), it.wording(), it.given(), person));
  }

  /** With everything else about a draft or declaration. The trail keeps the proof. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void forget(UUID holder) {
    store.delete(holder);
  }

  /** The representative speaks for the child no more; why stands on the trail of that end. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void endFor(PersonId child, PersonId representative) {
    store.endFor(child.value(), representative, clock.instant());
  }

  /** Whoever registers again is asked again. */
  @EventListener
  void on(AccountClosed event) {
    store.endAll(event.person().value(), clock.instant());
  }

  private Giving give(
      UUID holder,
      Purpose purpose,
      int wording,
      Said said,
      Actor actor,
      @Nullable PersonId speaker,
      @Nullable PersonId representative) {
    if (wording != purpose.wording()) {
      return Giving.OTHER_TEXT;
    }
    if (stands(holder, purpose)) {
      return Giving.GIVEN;
    }
    if (budgets.take(GIVINGS, holder.toString()) instanceof Taking.Spent) {
      return Giving.TOO_OFTEN;
    }
    var now = clock.instant();
    store.endOther(holder, purpose, wording, now);
    var given =
        new Consent(holder, Ids.next(), purpose, wording, representative, now, said, null, null);
    if (store.insert(given)) {
      audit.record(
          "CONSENT_GIVEN", actor, subject(given.id(), speaker), details(purpose, wording, said));
    }
    return Giving.GIVEN;
  }

  private boolean withdraw(
      UUID holder,
      Purpose purpose,
      Said said,
      Actor actor,
      @Nullable PersonId speaker,
      @Nullable PersonId representative) {
    if (representative != null) {
      events.publishEvent(new ConsentWithdrawing(holder, representative));
    }
    var ended = store.withdraw(holder, purpose, representative, said, clock.instant());
    ended.ifPresent(
        it -> {
          audit.record(
              "CONSENT_WITHDRAWN",
              actor,
              subject(it.id(), speaker),
              details(purpose, it.wording(), said));
          events.publishEvent(new ConsentWithdrawn(holder, purpose, it.givenBy(), actor));
        });
    return ended.isPresent();
  }

  private void record(
      String action, UUID id, Purpose purpose, int wording, Said said, PersonId person) {
    audit.record(action, Actor.of(person), subject(id, person), details(purpose, wording, said));
  }

  private static Subject subject(UUID consent, @Nullable PersonId person) {
    return person == null ? Subject.of("consent", consent) : Subject.of("consent", consent, person);
  }

  private static Map<String, String> details(Purpose purpose, int wording, Said said) {
    return Map.of(
        "purpose", purpose.name(),
        "wording", Integer.toString(wording),
        "language", said.language(),
        "place", said.place().name(),
        "device", said.device());
  }
}
