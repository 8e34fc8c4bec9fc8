package vn.ansinh.guardianship;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.consents.Consents;
import vn.ansinh.people.Person;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.staff.Officer;

/** What an approval needs and makes: the guardianship, then the child's account. */
@Component
class ChildApproval {

  private final LinkStore links;
  private final ChildApplications applications;
  private final Accounts accounts;
  private final Consents consents;
  private final ChildConsents needed;
  private final GuardianshipSettings settings;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;

  ChildApproval(
      LinkStore links,
      ChildApplications applications,
      Accounts accounts,
      Consents consents,
      ChildConsents needed,
      GuardianshipSettings settings,
      ApplicationEventPublisher events,
      Audit audit,
      Clock clock) {
    this.links = links;
    this.applications = applications;
    this.accounts = accounts;
    this.consents = consents;
    this.needed = needed;
    this.settings = settings;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** By what the register says today, whatever was typed; null when nothing stands against it. */
  @Nullable ChildDecision refusal(ChildApplication application, Person child, LocalDate today) {
    if (!Ages.isCertainlyUnder(child.birthDate(), Ages.OWN_ACCOUNT, today)) {
      return new ChildDecision.NotUnderFifteen();
    }
    if (child.id().equals(application.guardian())
        || !applications.mayApply(application.guardian())) {
      return new ChildDecision.NoGuardian();
    }
    if (accounts.find(child.id()).filter(it -> it.lentBy() == null).isPresent()) {
      return new ChildDecision.HasOwnAccount();
    }
    return needed.stand(application, child.birthDate()) ? null : new ChildDecision.NotConsented();
  }

  /**
   * False when the two are linked already and the child's account is served. One that sleeps,
   * because whose contact it used has ended, wakes on this guardian's.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean link(
      ChildApplication application, Relation relation, Person child, Officer officer) {
    var now = clock.instant();
    var link =
        new Link(
            LinkId.next(),
            child.id(),
            application.guardian(),
            LinkKind.GUARDIAN,
            relation,
            Right.ACT,
            now,
            null,
            null,
            null,
            null);
    var next = VietnamTime.date(now).plus(settings.registerAskedEvery());
    if (links.insert(link, application.id(), next)) {
      audit.record(
          "GUARDIANSHIP_GRANTED",
          Actor.of(officer.id()),
          Subject.of("guardianship", link.id().value(), child.id()),
          Map.of("guardian", link.guardian().value().toString()));
      events.publishEvent(new GuardianAdded(link.id(), child.id(), link.guardian()));
    } else if (accounts.exists(child.id())) {
      return false;
    }
    consents.pass(application.id().value(), child.id().value());
    accounts.openFor(child.id(), child.number(), application.guardian(), Actor.of(officer.id()));
    return true;
  }
}
