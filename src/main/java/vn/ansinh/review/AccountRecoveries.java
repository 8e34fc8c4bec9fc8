package vn.ansinh.review;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.AccountClosed;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.LostContacts;
import vn.ansinh.accounts.OneTimeCodes;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.PersonId;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Officers;
import vn.ansinh.staff.Permission;

/**
 * The office's help for somebody who has lost phone and e-mail address (ADR 19): one officer sees
 * the paper and notes the new contact, another who may decide confirms within 72 hours. Then the
 * account gets a first password that neither of them sees. Of two who decide at once one is first;
 * one proposal waits for a person at most, a later one in place of the earlier.
 */
@Service
public class AccountRecoveries {

  static final Duration WAITS_FOR = Duration.ofHours(72);

  private final AccountRecoveryStore store;
  private final AccountSearch search;
  private final LostContacts lostContacts;
  private final OneTimeCodes codes;
  private final Officers officers;
  private final Offices offices;
  private final Audit audit;
  private final Clock clock;

  AccountRecoveries(
      AccountRecoveryStore store,
      AccountSearch search,
      LostContacts lostContacts,
      OneTimeCodes codes,
      Officers officers,
      Offices offices,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.search = search;
    this.lostContacts = lostContacts;
    this.codes = codes;
    this.officers = officers;
    this.offices = offices;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param paper seen in the original: its photo, number and validity are checked
   * @param contact as the person said it, normalised
   */
  @Transactional
  public Recovering propose(PersonId person, SeenPaper paper, Contact contact, Officer officer) {
    if (search.servable(person, officer).isEmpty()) {
      return new Recovering.NotFound();
    }
    if (!codes.canSend(contact.channel())) {
      return new Recovering.Unreachable();
    }
    var now = clock.instant();
    store
        .overtake(person, now)
        .forEach(it -> record("ACCOUNT_RECOVERY_OVERTAKEN", it, Actor.of(officer.id())));
    var recovery =
        new AccountRecovery(
            Ids.next(),
            person,
            officer.officeCode(),
            contact,
            paper,
            officer.id(),
            now,
            now.plus(WAITS_FOR));
    store.insert(recovery);
    record("ACCOUNT_RECOVERY_PROPOSED", recovery, officer);
    return new Recovering.Proposed(recovery.expiresAt());
  }

  /** In the officer's office and those below, own proposals too, oldest first. */
  public List<AccountRecovery> waiting(Officer officer) {
    return officer.may(Permission.RECOVER) || officer.may(Permission.DECIDE)
        ? store.waiting(offices.codesUnder(officer.officeCode()), clock.instant())
        : List.of();
  }

  /** Whoever proposed must still be allowed to when it is confirmed. */
  @Transactional
  public Recovering confirm(UUID id, Officer officer) {
    var found = locked(id, officer).filter(_ -> officer.may(Permission.DECIDE));
    if (found.isEmpty()) {
      return new Recovering.NotFound();
    }
    var recovery = found.get();
    if (recovery.proposedBy().equals(officer.id())) {
      return new Recovering.Yourself();
    }
    if (officers.find(recovery.proposedBy()).filter(it -> it.may(Permission.RECOVER)).isEmpty()) {
      return new Recovering.Overtaken();
    }
    return switch (lostContacts.replace(
        recovery.person(), recovery.contact(), Actor.of(officer.id()))) {
      case LostContacts.Replacing.Replaced _ ->
          decide("ACCOUNT_RECOVERY_CONFIRMED", "CONFIRMED", recovery, officer);
      case LostContacts.Replacing.Taken _ -> new Recovering.Taken();
      case LostContacts.Replacing.Unreachable _ -> new Recovering.Unreachable();
      case LostContacts.Replacing.NoAccount _ -> new Recovering.NotFound();
    };
  }

  /** By whoever proposed it, or may confirm it: nothing changes. */
  @Transactional
  public Recovering refuse(UUID id, Officer officer) {
    var found = locked(id, officer);
    if (found.isEmpty()) {
      return new Recovering.NotFound();
    }
    var own = found.get().proposedBy().equals(officer.id());
    if (!own && !officer.may(Permission.DECIDE)) {
      return new Recovering.NotFound();
    }
    return own
        ? decide("ACCOUNT_RECOVERY_WITHDRAWN", "WITHDRAWN", found.get(), officer)
        : decide("ACCOUNT_RECOVERY_REFUSED", "REFUSED", found.get(), officer);
  }

  /** A proposal was about the account there was. */
  @EventListener
  void on(AccountClosed event) {
    store
        .overtake(event.person(), clock.instant())
        .forEach(it -> record("ACCOUNT_RECOVERY_OVERTAKEN", it, Actor.SYSTEM));
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT16M")
  @Transactional
  public void sweep() {
    store
        .expire(clock.instant())
        .forEach(it -> record("ACCOUNT_RECOVERY_EXPIRED", it, Actor.SYSTEM));
  }

  private Optional<AccountRecovery> locked(UUID id, Officer officer) {
    return store
        .lockWaiting(id, clock.instant())
        .filter(it -> offices.covers(officer.officeCode(), it.officeCode()));
  }

  private Recovering decide(
      String action, String outcome, AccountRecovery recovery, Officer officer) {
    store.decide(recovery.id(), outcome, officer.id(), clock.instant());
    record(action, recovery, officer);
    return new Recovering.Done();
  }

  private void record(String action, AccountRecoveryStore.Closed closed, Actor by) {
    audit.record(
        action, by, Subject.of("account-recovery", closed.id(), closed.person()), Map.of());
  }

  private void record(String action, AccountRecovery recovery, Officer officer) {
    audit.record(
        action,
        Actor.of(officer.id()),
        Subject.of("account-recovery", recovery.id(), recovery.person()),
        Map.of("paper", recovery.paper().name(), "channel", recovery.contact().channel().name()));
  }
}
