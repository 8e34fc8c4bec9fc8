package vn.ansinh.guardianship;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.files.Files;
import vn.ansinh.people.Person;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;

/**
 * What an officer decides about an application for a child. Of two officers who decide at once the
 * second is told that it is decided; approving makes the guardianship and the child's account in
 * one transaction. Files of other offices do not exist.
 */
@Service
public class ChildDecisions {

  private final ApplicationStore store;
  private final ChildClaimStore claims;
  private final ChildFiles scope;
  private final ChildMatch match;
  private final ChildApproval approval;
  private final DecisionReasons offered;
  private final Files files;
  private final GuardianshipSettings settings;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;

  ChildDecisions(
      ApplicationStore store,
      ChildClaimStore claims,
      ChildFiles scope,
      ChildMatch match,
      ChildApproval approval,
      DecisionReasons offered,
      Files files,
      GuardianshipSettings settings,
      ApplicationEventPublisher events,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.claims = claims;
    this.scope = scope;
    this.match = match;
    this.approval = approval;
    this.offered = offered;
    this.files = files;
    this.settings = settings;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The child of the register with the number typed gets an account, and the guardian the right to
   * act; the first password goes to the guardian's contact.
   *
   * @param seenVersion as the officer saw it
   */
  @Transactional
  public ChildDecision approve(ApplicationId id, int seenVersion, Officer officer) {
    return decide(
        id,
        seenVersion,
        officer,
        Permission.DECIDE,
        (seen, form) -> {
          var child = match.byNumber(form);
          return child.isEmpty()
              ? new ChildDecision.NobodyMatched()
              : approve(seen, form, child.get(), officer);
        });
  }

  /** Back to the guardian, who may put it right within the time drafts are kept. */
  @Transactional
  public ChildDecision returnForCorrection(
      ApplicationId id, int seenVersion, Officer officer, List<String> reasons, String note) {
    return decide(
        id,
        seenVersion,
        officer,
        Permission.SEND_BACK,
        (seen, _) -> against(seen, ApplicationStatus.RETURNED, officer, reasons, note));
  }

  @Transactional
  public ChildDecision reject(
      ApplicationId id, int seenVersion, Officer officer, List<String> reasons, String note) {
    return decide(
        id,
        seenVersion,
        officer,
        Permission.DECIDE,
        (seen, _) -> against(seen, ApplicationStatus.REJECTED, officer, reasons, note));
  }

  private interface Deed {
    ChildDecision of(ChildApplication seen, ChildForm form);
  }

  private ChildDecision decide(
      ApplicationId id, int seenVersion, Officer officer, Permission needed, Deed deed) {
    var found = scope.find(id, officer);
    if (found.isEmpty()) {
      return new ChildDecision.NotFound();
    }
    if (!officer.may(needed)) {
      return new ChildDecision.NotAllowed();
    }
    var seen =
        store
            .lock(found.get().guardian(), id)
            .filter(it -> it.status() == ApplicationStatus.SUBMITTED)
            .filter(it -> it.version() == seenVersion);
    var form = seen.map(ChildApplication::form).orElse(null);
    return seen.isEmpty() || form == null ? new ChildDecision.Stale() : deed.of(seen.get(), form);
  }

  private ChildDecision approve(
      ChildApplication seen, ChildForm form, Person child, Officer officer) {
    var refused = approval.refusal(seen, child, VietnamTime.today(clock));
    if (refused != null) {
      return refused;
    }
    if (match.exact(form).isEmpty()) {
      return new ChildDecision.Differs();
    }
    if (!approval.link(seen, Relation.valueOf(form.relation()), child, officer)) {
      return new ChildDecision.AlreadyGuardian();
    }
    write(seen, ApplicationStatus.APPROVED, child.id(), officer, List.of(), "");
    return new ChildDecision.Done();
  }

  private ChildDecision against(
      ChildApplication seen,
      ApplicationStatus status,
      Officer officer,
      List<String> reasons,
      String note) {
    if (reasons.isEmpty() || !reasons.stream().allMatch(it -> offered.isOffered(it, status))) {
      return new ChildDecision.NoReason();
    }
    write(seen, status, null, officer, reasons, note);
    return new ChildDecision.Done();
  }

  private void write(
      ChildApplication seen,
      ApplicationStatus status,
      @Nullable PersonId child,
      Officer officer,
      List<String> reasons,
      String note) {
    var now = clock.instant();
    var until = child == null ? now.plus(settings.refusedKeptFor()) : null;
    var written =
        new ApplicationStore.Written(
            status,
            child == null ? null : child.value(),
            officer.id().value(),
            reasons,
            note,
            until);
    if (!store.decide(seen, written, now)) {
      throw new GuardianshipException("a held application was decided by somebody else");
    }
    claims.release(seen.id());
    if (until != null) {
      files.keepUntil(seen.pictures(), until);
    }
    record("CHILD_APPLICATION_" + status, seen, officer);
    events.publishEvent(new ChildApplicationDecided(seen.id(), seen.guardian(), status));
  }

  private void record(String action, ChildApplication application, Officer officer) {
    audit.record(
        action,
        Actor.of(officer.id()),
        Subject.of("child-application", application.id().value(), application.guardian()));
  }
}
