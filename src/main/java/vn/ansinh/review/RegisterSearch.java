package vn.ansinh.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.Taking;
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
 * only, every search, found or not, is audited with the file as its purpose, and nobody searches
 * more than so often in an hour and a day.
 */
@Service
public class RegisterSearch {

  private final FilesInScope files;
  private final People people;
  private final MatchStore matches;
  private final QueueStore queue;
  private final Comparing comparing;
  private final Budgets budgets;
  private final LookUpSettings settings;
  private final Decoys decoys;
  private final Audit audit;
  private final Clock clock;

  RegisterSearch(
      FilesInScope files,
      People people,
      MatchStore matches,
      QueueStore queue,
      Comparing comparing,
      Budgets budgets,
      LookUpSettings settings,
      Decoys decoys,
      Audit audit,
      Clock clock) {
    this.files = files;
    this.people = people;
    this.matches = matches;
    this.queue = queue;
    this.comparing = comparing;
    this.budgets = budgets;
    this.settings = settings;
    this.decoys = decoys;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param number a social-insurance number or personal id, normalised
   */
  @Transactional
  public LookUp byNumber(DeclarationId purpose, String number, Officer officer) {
    return search(purpose, officer, "number", () -> people.byNumber(number).stream().toList());
  }

  @Transactional
  public LookUp byNameDateAndPaper(
      DeclarationId purpose, String name, BirthDate born, String paperNumber, Officer officer) {
    return search(
        purpose, officer, "name, date and paper", () -> people.matching(name, born, paperNumber));
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
    comparing
        .compare(file.get(), people.find(registered))
        .ifPresent(it -> queue.assess(id, it.assessment()));
    audit.record(
        "PERSON_MATCHED",
        Actor.of(officer.id()),
        Subject.of("declaration", id.value(), file.get().person()),
        Map.of("person", registered.value().toString()));
    return new Handling.Done();
  }

  private LookUp search(
      DeclarationId purpose, Officer officer, String by, Supplier<List<Person>> search) {
    var file = searchable(purpose, officer);
    if (file.isEmpty()) {
      return new LookUp.Found(List.of());
    }
    var spent = spentUntil(officer);
    if (spent.isPresent()) {
      audit.record(
          "REGISTER_SEARCH_REFUSED",
          Actor.of(officer.id()),
          Subject.of("declaration", purpose.value(), file.get().person()));
      return new LookUp.TooMany(spent.get());
    }
    var found = search.get();
    record("REGISTER_SEARCHED", file.get(), officer, by, found);
    found.forEach(it -> decoys.watch(it, purpose, officer));
    return new LookUp.Found(found);
  }

  private Optional<Instant> spentUntil(Officer officer) {
    return Stream.of(settings.hourly(), settings.daily())
        .map(it -> budgets.take(it, officer.id().value().toString()))
        .flatMap(it -> it instanceof Taking.Spent(var until) ? Stream.of(until) : Stream.empty())
        .findFirst();
  }

  private Optional<Declaration> searchable(DeclarationId id, Officer officer) {
    return officer.may(Permission.SEND_BACK)
        ? files.find(id, officer).filter(it -> it.status().isOpen())
        : Optional.empty();
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
