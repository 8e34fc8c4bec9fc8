package vn.ansinh.guardianship;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.files.FileId;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;

/**
 * The officer's side of applications for children: only files of the officer's office and those
 * below exist. Of two officers who decide at once the second is told that it is decided; approving
 * makes the guardianship and the child's account in one transaction.
 */
@Service
public class ChildDesk {

  private final ApplicationStore store;
  private final ChildClaimStore claims;
  private final ChildFiles scope;
  private final ChildMatch match;
  private final ChildApproval approval;
  private final LinkStore links;
  private final People people;
  private final Files files;
  private final GuardianshipSettings settings;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;

  ChildDesk(
      ApplicationStore store,
      ChildClaimStore claims,
      ChildFiles scope,
      ChildMatch match,
      ChildApproval approval,
      LinkStore links,
      People people,
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
    this.links = links;
    this.people = people;
    this.files = files;
    this.settings = settings;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** One look, which goes on the trail of the guardian and of the child. */
  @Transactional
  public Optional<ChildFile> open(ApplicationId id, Officer officer) {
    var file = scope.find(id, officer).map(this::file);
    file.ifPresent(
        it -> {
          record("CHILD_FILE_LOOKED", it.application(), officer, Map.of());
          Stream.concat(Stream.ofNullable(it.child()), it.household().stream())
              .map(Person::id)
              .distinct()
              .forEach(seen -> seen(seen, id, officer));
        });
    return file;
  }

  private void seen(PersonId person, ApplicationId purpose, Officer officer) {
    audit.record(
        "PERSON_SEEN",
        Actor.of(officer.id()),
        Subject.of(person),
        Map.of("application", purpose.value().toString()));
    events.publishEvent(new PersonSeenAtDesk(person, purpose, officer));
  }

  /** One look at a picture, which goes on the trail. */
  @Transactional
  public Optional<FileId> lookAtPicture(ApplicationId id, FileKind kind, Officer officer) {
    var application = scope.find(id, officer);
    var picture = application.map(it -> it.picture(kind));
    picture.ifPresent(
        _ ->
            record(
                "CHILD_PICTURE_LOOKED",
                application.orElseThrow(),
                officer,
                Map.of("kind", kind.name())));
    return picture;
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
      ApplicationId id,
      int seenVersion,
      Officer officer,
      List<ApplicationReason> reasons,
      String note) {
    return decide(
        id,
        seenVersion,
        officer,
        Permission.SEND_BACK,
        (seen, _) -> against(seen, ApplicationStatus.RETURNED, officer, reasons, note));
  }

  @Transactional
  public ChildDecision reject(
      ApplicationId id,
      int seenVersion,
      Officer officer,
      List<ApplicationReason> reasons,
      String note) {
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
    var refused = approval.refusal(seen, child, today());
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
      List<ApplicationReason> reasons,
      String note) {
    if (reasons.isEmpty()) {
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
      List<ApplicationReason> reasons,
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
    record("CHILD_APPLICATION_" + status, seen, officer, Map.of());
    events.publishEvent(new ChildApplicationDecided(seen.id(), seen.guardian(), status));
  }

  /**
   * Only children are shown, and a household only beside a child who was named exactly: whoever
   * types a number must not be shown whose it is.
   */
  private ChildFile file(ChildApplication application) {
    var form = application.form();
    var exact = form == null ? null : match.exact(form).orElse(null);
    var child =
        Optional.ofNullable(application.child())
            .filter(_ -> isApproved(application))
            .flatMap(people::find)
            .or(() -> form == null ? Optional.empty() : match.byNumber(form))
            .filter(it -> Ages.isCertainlyUnder(it.birthDate(), Ages.GROWN_UP, today()))
            .orElse(null);
    var named = exact != null || isApproved(application) ? child : null;
    var household = named == null ? null : named.householdCode();
    return new ChildFile(
        application,
        people.find(application.guardian()).orElseThrow(),
        child,
        household == null ? List.of() : people.household(household),
        child == null ? List.of() : links.ofPerson(child.id()));
  }

  private static boolean isApproved(ChildApplication application) {
    return application.status() == ApplicationStatus.APPROVED;
  }

  private LocalDate today() {
    return VietnamTime.today(clock);
  }

  private void record(
      String action, ChildApplication application, Officer officer, Map<String, String> details) {
    audit.record(
        action,
        Actor.of(officer.id()),
        Subject.of("child-application", application.id().value(), application.guardian()),
        details);
  }
}
