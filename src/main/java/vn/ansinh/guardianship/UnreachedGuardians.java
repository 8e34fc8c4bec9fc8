package vn.ansinh.guardianship;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.Account;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.PersonId;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;

/** Messages about children's accounts that nobody received, as work of the office that decided. */
@Service
public class UnreachedGuardians {

  private static final int MOST_SHOWN = 100;

  private final UnreachedStore store;
  private final ApplicationStore applications;
  private final Accounts accounts;
  private final Offices offices;
  private final Audit audit;
  private final Clock clock;

  UnreachedGuardians(
      UnreachedStore store,
      ApplicationStore applications,
      Accounts accounts,
      Offices offices,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.applications = applications;
    this.accounts = accounts;
    this.offices = offices;
    this.audit = audit;
    this.clock = clock;
  }

  /** Of a message about this application; once for each channel while it is open. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void report(ApplicationId id, String channel) {
    applications.find(id).ifPresent(it -> open(it, channel));
  }

  /**
   * Of a message about a child's account, which goes to the guardian whose contact it uses; nothing
   * where the person has an account of their own by now, or none.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void reportOf(PersonId child, String channel) {
    var lender = accounts.find(child).map(Account::lentBy).orElse(null);
    applications.approved(child).stream()
        .filter(it -> it.guardian().equals(lender))
        .findFirst()
        .ifPresent(it -> open(it, channel));
  }

  /** What was done so long ago that nobody asks about it; how many. */
  int forgetDone(Instant before, int most) {
    return store.deleteDone(before, most);
  }

  /** Of the officer's office and those below, the oldest first. */
  @Transactional(readOnly = true)
  public List<Unreached> of(Officer officer) {
    return officer.may(Permission.SEE_FILES)
        ? store.open(offices.codesUnder(officer.officeCode()), MOST_SHOWN)
        : List.of();
  }

  /** Somebody has reached the guardian. False when somebody else had, or it is another office's. */
  @Transactional
  public boolean done(UUID id, Officer officer) {
    var found =
        store
            .find(id)
            .filter(_ -> officer.may(Permission.SEND_BACK))
            .filter(it -> offices.covers(officer.officeCode(), it.officeCode()));
    var done = found.filter(it -> store.done(it, officer.id(), clock.instant()));
    done.ifPresent(it -> record("TASK_DONE", Actor.of(officer.id()), it));
    return done.isPresent();
  }

  private void open(ChildApplication application, String channel) {
    var office = application.officeCode();
    if (office == null) {
      return;
    }
    var unreached =
        new Unreached(
            Ids.next(), application.guardian(), application.id(), office, channel, clock.instant());
    if (store.insert(unreached)) {
      record("TASK_OPENED", Actor.SYSTEM, unreached);
    }
  }

  private void record(String action, Actor by, Unreached about) {
    audit.record(
        action, by, Subject.of("child-application", about.application().value(), about.guardian()));
  }
}
