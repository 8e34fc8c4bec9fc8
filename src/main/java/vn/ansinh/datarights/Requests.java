package vn.ansinh.datarights;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.Budget;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.Taking;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.WorkingDays;

/**
 * What people ask about their own data (Law 91/2025/QH15). The office that serves where they live
 * answers within two working days (Decree 356/2025/ND-CP); who lives nowhere the register knows is
 * answered by the agency. One request of a kind waits at a time; of simultaneous ones one is sent.
 */
@Service
public class Requests {

  /** Characters of a wish or an answer. */
  public static final int LONGEST = 2_000;

  /** Decree 356/2025/ND-CP. */
  static final int WORKING_DAYS = 2;

  private static final Budget DAILY = Budget.of("datarights.requests", 12, Duration.ofDays(1));

  private final RequestStore store;
  private final People people;
  private final Offices offices;
  private final WorkingDays workingDays;
  private final Budgets budgets;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;

  Requests(
      RequestStore store,
      People people,
      Offices offices,
      WorkingDays workingDays,
      Budgets budgets,
      ApplicationEventPublisher events,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.people = people;
    this.offices = offices;
    this.workingDays = workingDays;
    this.budgets = budgets;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param wish in the person's own words
   */
  @Transactional
  public Requesting send(PersonId person, RequestKind kind, String wish) {
    var said = wish.strip();
    if (!isReadable(said)) {
      return new Requesting.Unreadable();
    }
    if (budgets.take(DAILY, person.value().toString()) instanceof Taking.Spent) {
      return new Requesting.TooMany();
    }
    var now = clock.instant();
    var request =
        new DataRequest(
            Ids.next(),
            person,
            kind,
            office(person),
            said,
            RequestStatus.WAITING,
            now,
            workingDays.after(VietnamTime.date(now), WORKING_DAYS),
            null,
            null);
    if (!store.insert(request)) {
      return new Requesting.AlreadyWaiting();
    }
    record(Deed.DATA_REQUEST_SUBMITTED, request.id(), person, Map.of("kind", kind.name()));
    events.publishEvent(new DataRequestSubmitted(request.id(), person, now));
    return new Requesting.Sent(request.id(), request.dueOn());
  }

  /** The newest first. */
  public List<DataRequest> of(PersonId person) {
    return store.of(person);
  }

  /** False when it does not wait any more, or is somebody else's. */
  @Transactional
  public boolean withdraw(PersonId person, UUID id) {
    var withdrawn = store.withdraw(person, id, clock.instant());
    if (withdrawn) {
      record(Deed.DATA_REQUEST_WITHDRAWN, id, person, Map.of());
    }
    return withdrawn;
  }

  static boolean isReadable(String text) {
    return !text.isEmpty() && text.length() <= LONGEST;
  }

  private String office(PersonId person) {
    return people
        .find(person)
        .map(Person::address)
        .flatMap(it -> offices.suggest(it.layer(), it.wardCode()).stream().findFirst())
        .map(Office::code)
        .orElse(Office.ROOT);
  }

  private void record(Deed deed, UUID id, PersonId person, Map<String, String> details) {
    audit.record(deed.name(), Actor.of(person), Subject.of("data-request", id, person), details);
  }
}
