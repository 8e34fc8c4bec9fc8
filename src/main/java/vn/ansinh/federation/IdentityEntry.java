package vn.ansinh.federation;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.Device;
import vn.ansinh.accounts.DeviceArrived;
import vn.ansinh.accounts.ProvedEntry;
import vn.ansinh.accounts.SignedInBy;
import vn.ansinh.accounts.WaysIn;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.federation.Refusals.Why;
import vn.ansinh.people.Person;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;

/**
 * What a proved identity opens, each step in one transaction under the lock on the account's row:
 * the register is asked again at every sign-in, an account at a provider signs in one person, and a
 * person has one account at each provider.
 */
@Component
class IdentityEntry implements WaysIn {

  /** As long as an entry waits for its code. */
  private static final Duration AWAITED_FOR = Duration.ofMinutes(15);

  /**
   * @param subject keyed hash of what the provider calls the account
   */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Shown(String provider, byte[] subject, ProvedIdentity identity) {}

  private final RegisterMatch register;
  private final ProvedEntry entry;
  private final Links links;
  private final LinkStore store;
  private final AwaitedStore awaited;
  private final Refusals refusals;
  private final Secrets secrets;
  private final Audit audit;
  private final Clock clock;

  IdentityEntry(
      RegisterMatch register,
      ProvedEntry entry,
      Links links,
      LinkStore store,
      AwaitedStore awaited,
      Refusals refusals,
      Secrets secrets,
      Audit audit,
      Clock clock) {
    this.register = register;
    this.entry = entry;
    this.links = links;
    this.store = store;
    this.awaited = awaited;
    this.refusals = refusals;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public Coming enter(Shown shown, Device device) {
    var person = register.find(shown.identity()).map(Person::id);
    if (person.isEmpty()) {
      store.holder(shown.subject()).ifPresent(it -> refused(it, shown, Why.REGISTER));
      return new Coming.NotMatched();
    }
    return switch (entry.hold(person.get())) {
      case NONE -> refused(person.get(), shown, Why.ACCOUNT);
      case CLOSED -> stopped(person.get(), shown);
      case FROZEN -> frozen(person.get(), shown);
      case OPEN -> enterOpen(person.get(), shown, device);
    };
  }

  private Coming enterOpen(PersonId person, Shown shown, Device device) {
    var holder = store.holder(shown.subject());
    if (holder.isPresent() && !holder.get().equals(person)) {
      return refused(person, shown, Why.OTHER_PERSON);
    }
    var link = links.at(person, shown.provider());
    if (link.isEmpty()) {
      return enterFirst(person, shown, device);
    }
    return Arrays.equals(link.get().subject(), shown.subject())
        ? enterAgain(person, shown, device)
        : refused(person, shown, Why.OTHER_LINK);
  }

  /**
   * Forgotten password: who was linked before gets a ticket for a new one. Whoever is not linked is
   * asked for a code as ever, whatever the provider says.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Coming recover(Shown shown) {
    var person = register.find(shown.identity()).map(Person::id);
    if (person.isEmpty()) {
      store.holder(shown.subject()).ifPresent(it -> refused(it, shown, Why.REGISTER));
      return new Coming.NotLinked();
    }
    return switch (entry.hold(person.get())) {
      case NONE -> notLinked(person.get(), shown, Why.ACCOUNT);
      case CLOSED -> stopped(person.get(), shown);
      case FROZEN -> frozen(person.get(), shown);
      case OPEN -> recoverOpen(person.get(), shown);
    };
  }

  private Coming recoverOpen(PersonId person, Shown shown) {
    var link = links.at(person, shown.provider());
    if (link.isEmpty()) {
      return notLinked(person, shown, Why.NO_LINK);
    }
    if (!Arrays.equals(link.get().subject(), shown.subject())) {
      return notLinked(person, shown, Why.OTHER_LINK);
    }
    used(person, shown.provider(), shown.identity().level());
    return entry
        .ticket(person)
        .<Coming>map(Coming.MaySetPassword::new)
        .orElseGet(Coming.NotLinked::new);
  }

  /** What was linked is two factors (ADR 25): a known device or not, no code. */
  private Coming enterAgain(PersonId person, Shown shown, Device device) {
    if (entry.around(person, device).elsewhere()) {
      return new Coming.MustConfirm(await(person, device, shown, false));
    }
    return told(person)
        .orElseGet(
            () -> {
              used(person, shown.provider(), shown.identity().level());
              return new Coming.SignedIn(entry.enter(person, device, by(shown)));
            });
  }

  /** Until it is linked, it is what a password is: a new device needs a code. */
  private Coming enterFirst(PersonId person, Shown shown, Device device) {
    var around = entry.around(person, device);
    if (around.elsewhere() || !around.known()) {
      return new Coming.NeedsCode(await(person, device, shown, true), around.elsewhere());
    }
    var spent = told(person);
    if (spent.isPresent()) {
      return spent.get();
    }
    if (!links.make(person, shown.provider(), shown.subject(), shown.identity().level())) {
      return refused(person, shown, Why.OTHER_PERSON);
    }
    used(person, shown.provider(), shown.identity().level());
    return new Coming.SignedIn(entry.enter(person, device, by(shown)));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public Coming arrive(String waiting, Device device) {
    var person = entry.holdAwaited(waiting);
    var shown =
        person
            .flatMap(it -> awaited.take(it, hash(waiting), false, clock.instant()))
            .filter(it -> isLinked(person.get(), it));
    if (person.isEmpty() || shown.isEmpty()) {
      return new Coming.Over();
    }
    return told(person.get())
        .or(
            () ->
                entry
                    .arrive(
                        waiting,
                        device,
                        SignedInBy.identity(shown.get().provider(), shown.get().level()))
                    .map(
                        it -> {
                          used(person.get(), shown.get().provider(), shown.get().level());
                          return new Coming.SignedIn(it);
                        }))
        .orElseGet(Coming.Over::new);
  }

  private boolean isLinked(PersonId person, AwaitedStore.Row shown) {
    return links
        .at(person, shown.provider())
        .filter(it -> Arrays.equals(it.subject(), shown.subject()))
        .isPresent();
  }

  /** The code was right: now the link is made. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void linkOnArrival(DeviceArrived arrived) {
    awaited
        .take(arrived.person(), hash(arrived.entry()), true, clock.instant())
        .ifPresent(it -> link(arrived.person(), it));
  }

  private void link(PersonId person, AwaitedStore.Row shown) {
    boolean linked =
        isLinked(person, shown)
            || links.make(person, shown.provider(), shown.subject(), shown.level());
    if (linked) {
      entry.beganBy(person, SignedInBy.identity(shown.provider(), shown.level()));
      used(person, shown.provider(), shown.level());
    } else {
      boolean has = links.at(person, shown.provider()).isPresent();
      refusals.record(person, shown.provider(), has ? Why.OTHER_LINK : Why.OTHER_PERSON);
    }
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void voidAll(PersonId person, Actor by) {
    awaited.deleteAll(person);
    if (store.deleteAll(person)) {
      audit.record("IDENTITIES_VOIDED", by, Subject.of("account", person.value(), person));
    }
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT26M")
  void sweep() {
    awaited.deleteExpired(clock.instant());
  }

  private String await(PersonId person, Device device, Shown shown, boolean codeNeeded) {
    var waiting = entry.await(person, device);
    awaited.insert(
        person,
        hash(waiting),
        new AwaitedStore.Row(
            shown.provider(), shown.subject(), shown.identity().level(), codeNeeded),
        clock.instant().plus(AWAITED_FOR));
    return waiting;
  }

  private static SignedInBy by(Shown shown) {
    return SignedInBy.identity(shown.provider(), shown.identity().level());
  }

  private Optional<Coming> told(PersonId person) {
    return entry.spentUntil(person).map(Coming.TooMany::new);
  }

  private void used(PersonId person, String provider, int level) {
    store.used(person, provider, level, clock.instant());
    audit.record(
        "IDENTITY_USED",
        Actor.of(person),
        Subject.of("account", person.value(), person),
        Map.of("provider", provider, "level", Integer.toString(level)));
  }

  private Coming frozen(PersonId person, Shown shown) {
    var _ = refused(person, shown, Why.FROZEN);
    return new Coming.Frozen();
  }

  private Coming stopped(PersonId person, Shown shown) {
    var _ = refused(person, shown, Why.CLOSED);
    return new Coming.Stopped();
  }

  private Coming notLinked(PersonId person, Shown shown, Why why) {
    var _ = refused(person, shown, why);
    return new Coming.NotLinked();
  }

  private Coming refused(PersonId person, Shown shown, Why why) {
    refusals.record(person, shown.provider(), why);
    return new Coming.NotMatched();
  }

  private byte[] hash(String waiting) {
    return secrets.hash("federation-awaited", waiting);
  }
}
