package vn.ansinh.guardianship;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Channel;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.guardianship.AccessRules.Party;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;

/**
 * Who may look at or act for whom, asked anew at every request. An end takes effect with its
 * commit: what began before it ends before it, what comes after it is refused.
 */
@Service
public class Guardianships {

  private final LinkStore links;
  private final LinkEnds ends;
  private final People people;
  private final Accounts accounts;
  private final Audit audit;
  private final Clock clock;

  Guardianships(
      LinkStore links, LinkEnds ends, People people, Accounts accounts, Audit audit, Clock clock) {
    this.links = links;
    this.ends = ends;
    this.people = people;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * How far {@code guardian} may go with the person's data at this moment; empty for not at all.
   */
  @Transactional(readOnly = true)
  public Optional<Right> right(PersonId guardian, PersonId person) {
    return links.between(guardian, person).stream()
        .flatMap(it -> held(it).stream())
        .map(Held::right)
        .max(Comparator.naturalOrder());
  }

  /** Everybody whose data somebody may look at now. */
  @Transactional(readOnly = true)
  public List<Held> of(PersonId guardian) {
    return links.ofGuardian(guardian).stream().flatMap(it -> held(it).stream()).toList();
  }

  /** All there ever were about a person, the newest first; what they allow now is not said. */
  @Transactional(readOnly = true)
  public List<Link> about(PersonId person) {
    return links.ofPerson(person);
  }

  /**
   * For one look at the person's data, which goes on the trail. Empty when there is no such link or
   * it allows nothing any more.
   */
  @Transactional
  public Optional<Held> look(PersonId guardian, LinkId id) {
    var held = hold(guardian, id, Right.LOOK);
    held.ifPresent(it -> record("GUARDIAN_LOOKED", it));
    return held;
  }

  /** For what belongs to a page that {@link #look} has put on the trail, such as its portrait. */
  @Transactional(readOnly = true)
  public Optional<Held> find(PersonId guardian, LinkId id) {
    return of(guardian).stream().filter(it -> it.link().id().equals(id)).findFirst();
  }

  /**
   * A new first password for the child's account, to the guardian's contact. False when the
   * guardian may not act for the child any more or the child's account is not theirs to renew.
   */
  @Transactional
  public boolean renewFirstPassword(PersonId guardian, LinkId id) {
    var held = hold(guardian, id, Right.ACT);
    var account =
        held.flatMap(it -> accounts.find(it.link().person()))
            .filter(it -> guardian.equals(it.lentBy()));
    if (held.isEmpty() || account.isEmpty()) {
      return false;
    }
    var channel = account.get().email() == null ? Channel.SMS : Channel.EMAIL;
    accounts.renewFirstPassword(account.get().person(), channel, Actor.of(guardian));
    record("GUARDIAN_ACTED", held.get());
    return true;
  }

  /** Laid down by the guardian or carer. False when there is no such link of theirs. */
  @Transactional
  public boolean giveUp(PersonId guardian, LinkId id) {
    return links.ofGuardian(guardian).stream()
        .filter(it -> it.id().equals(id))
        .anyMatch(it -> ends.end(it, LinkEnd.GIVEN_UP, guardian.value(), Actor.of(guardian)));
  }

  /** Held against an end for as long as the caller's transaction lasts. */
  private Optional<Held> hold(PersonId guardian, LinkId id, Right needed) {
    return links.ofGuardian(guardian).stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .flatMap(it -> links.hold(it.person(), id))
        .flatMap(this::held)
        .filter(it -> it.right().includes(needed));
  }

  private Optional<Held> held(Link link) {
    var person = people.find(link.person());
    var guardian = people.find(link.guardian());
    if (person.isEmpty() || guardian.isEmpty()) {
      return Optional.empty();
    }
    return held(link, person.get(), guardian.get());
  }

  private Optional<Held> held(Link link, Person person, Person guardian) {
    return AccessRules.right(link, Party.of(person), Party.of(guardian), VietnamTime.today(clock))
        .map(it -> new Held(link, person, it));
  }

  private void record(String action, Held held) {
    var link = held.link();
    audit.record(
        action,
        Actor.of(link.guardian()),
        Subject.of("guardianship", link.id().value(), link.person()),
        Map.of("right", held.right().name()));
  }
}
