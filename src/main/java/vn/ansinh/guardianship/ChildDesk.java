package vn.ansinh.guardianship;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.files.FileId;
import vn.ansinh.files.FileKind;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.staff.Officer;

/**
 * Looking at applications for children as an officer: only files of the officer's office and those
 * below exist. Deciding is for {@link ChildDecisions}.
 */
@Service
public class ChildDesk {

  private final ChildFiles scope;
  private final ChildMatch match;
  private final LinkStore links;
  private final People people;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;

  ChildDesk(
      ChildFiles scope,
      ChildMatch match,
      LinkStore links,
      People people,
      ApplicationEventPublisher events,
      Audit audit,
      Clock clock) {
    this.scope = scope;
    this.match = match;
    this.links = links;
    this.people = people;
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
