package vn.ansinh.guardianship;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.consents.Place;
import vn.ansinh.consents.Said;
import vn.ansinh.people.People;
import vn.ansinh.platform.PersonId;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;

/** Guardianships as an office ends them, by way of the file that was approved. */
@Service
public class GuardianshipDesk {

  private final ApplicationStore store;
  private final ChildFiles scope;
  private final LinkStore links;
  private final LinkEnds ends;
  private final ChildsWord word;
  private final People people;
  private final Audit audit;

  GuardianshipDesk(
      ApplicationStore store,
      ChildFiles scope,
      LinkStore links,
      LinkEnds ends,
      ChildsWord word,
      People people,
      Audit audit) {
    this.store = store;
    this.scope = scope;
    this.links = links;
    this.ends = ends;
    this.word = word;
    this.people = people;
    this.audit = audit;
  }

  /** The approved file about the child with this number, for ending a guardianship. */
  @Transactional
  public Optional<ApplicationId> approvedFor(String number, Officer officer) {
    var found =
        ChildMatch.number(number).flatMap(people::byNumber).stream()
            .flatMap(it -> store.approved(it.id()).stream())
            .filter(it -> scope.sees(officer, it))
            .findFirst();
    audit.record(
        "CHILD_FILE_SEARCHED",
        Actor.of(officer.id()),
        Subject.of("officer", officer.id().value()),
        Map.of("found", Boolean.toString(found.isPresent())));
    return found.map(ChildApplication::id);
  }

  /** Ends one guardianship of the child of an approved file, at once. */
  @Transactional
  public ChildDecision end(ApplicationId id, LinkId link, Officer officer) {
    var by = Actor.of(officer.id());
    return end(
        id,
        link,
        officer,
        _ -> true,
        it -> ends.end(it, LinkEnd.BY_OFFICE, officer.id().value(), by));
  }

  /**
   * The same because the child said No before the officer; refused for one who by the register is
   * younger than seven, in whose mouth nobody puts a word.
   */
  @Transactional
  public ChildDecision childSaidNo(
      ApplicationId id, LinkId link, Officer officer, Locale language) {
    var said = new Said(Place.OFFICE, "", language.getLanguage());
    return end(id, link, officer, word::hasOwn, it -> word.end(it, said, Actor.of(officer.id())));
  }

  private ChildDecision end(
      ApplicationId id,
      LinkId link,
      Officer officer,
      Predicate<PersonId> mayBe,
      Predicate<Link> ending) {
    var child =
        scope
            .find(id, officer)
            .filter(it -> it.status() == ApplicationStatus.APPROVED)
            .map(ChildApplication::child);
    if (child.isEmpty()) {
      return new ChildDecision.NotFound();
    }
    if (!officer.may(Permission.DECIDE)) {
      return new ChildDecision.NotAllowed();
    }
    if (!mayBe.test(child.get())) {
      return new ChildDecision.NoOwnWord();
    }
    var ended =
        links.ofPerson(child.get()).stream()
            .filter(it -> it.id().equals(link) && it.kind() == LinkKind.GUARDIAN)
            .anyMatch(ending);
    return ended ? new ChildDecision.Done() : new ChildDecision.Stale();
  }
}
