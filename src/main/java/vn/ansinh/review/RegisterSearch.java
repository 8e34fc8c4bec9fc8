package vn.ansinh.review;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;

/**
 * Finding whom of the register a file belongs to. There is no search but for a file: exact matches
 * only, and every search, found or not, is audited with the file as its purpose.
 */
@Service
public class RegisterSearch {

  private final FilesInScope files;
  private final People people;
  private final MatchStore matches;
  private final QueueStore queue;
  private final Audit audit;
  private final Clock clock;

  RegisterSearch(
      FilesInScope files,
      People people,
      MatchStore matches,
      QueueStore queue,
      Audit audit,
      Clock clock) {
    this.files = files;
    this.people = people;
    this.matches = matches;
    this.queue = queue;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param number a social-insurance number or personal id, normalised
   */
  @Transactional
  public List<Person> byNumber(DeclarationId purpose, String number, Officer officer) {
    return searchable(purpose, officer)
        .map(
            file -> {
              var found = people.byNumber(number).stream().toList();
              record("REGISTER_SEARCHED", file, officer, "number", found);
              return found;
            })
        .orElseGet(List::of);
  }

  @Transactional
  public List<Person> byNameDateAndPaper(
      DeclarationId purpose, String name, BirthDate born, String paperNumber, Officer officer) {
    return searchable(purpose, officer)
        .map(
            file -> {
              var found = people.matching(name, born, paperNumber);
              record("REGISTER_SEARCHED", file, officer, "name, date and paper", found);
              return found;
            })
        .orElseGet(List::of);
  }

  /** From now on the file is compared with this person, and approving it opens their account. */
  @Transactional
  public Handling choose(DeclarationId id, PersonId registered, Officer officer) {
    var file = searchable(id, officer);
    if (file.isEmpty() || people.find(registered).isEmpty()) {
      return new Handling.NotFound();
    }
    var line = queue.find(id);
    if (line.isEmpty()) {
      return new Handling.Stale(file.get().status());
    }
    var holder = line.get().assignedTo();
    if (holder != null && !holder.equals(officer.id())) {
      return new Handling.HeldBy(holder);
    }
    matches.choose(file.get(), registered, officer.id(), clock.instant());
    audit.record(
        "PERSON_MATCHED",
        Actor.of(officer.id()),
        Subject.of("declaration", id.value(), file.get().person()),
        Map.of("person", registered.value().toString()));
    return new Handling.Done();
  }

  private java.util.Optional<Declaration> searchable(DeclarationId id, Officer officer) {
    return officer.may(Permission.SEND_BACK)
        ? files.find(id, officer).filter(it -> it.status().isOpen())
        : java.util.Optional.empty();
  }

  private void record(
      String action, Declaration file, Officer officer, String by, List<Person> found) {
    audit.record(
        action,
        Actor.of(officer.id()),
        Subject.of("declaration", file.id().value(), file.person()),
        Map.of("by", by, "found", Integer.toString(found.size())));
    // One line each, so that everybody can be told who looked at their record.
    found.forEach(
        it ->
            audit.record(
                "PERSON_SEEN",
                Actor.of(officer.id()),
                Subject.of(it.id()),
                Map.of("declaration", file.id().value().toString())));
  }
}
