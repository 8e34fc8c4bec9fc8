package vn.ansinh.people;

import java.util.List;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.PersonId;

/**
 * Writes into the register what an office has approved about one person: the row, its claims and
 * seals, and what it said before. Of any number of callers and imports one comes after the other,
 * so that none writes over what another has just written; whose a personal id is, its claim
 * decides.
 */
@Service
public class Revisions {

  private final ArrivalStore store;
  private final PersonStore persons;
  private final NumberClaimStore claims;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Revisions(
      ArrivalStore store,
      PersonStore persons,
      NumberClaimStore claims,
      Audit audit,
      ApplicationEventPublisher events) {
    this.store = store;
    this.persons = persons;
    this.claims = claims;
    this.audit = audit;
    this.events = events;
  }

  /**
   * Joins the caller's transaction; changes nothing unless {@link Revised.Done}.
   *
   * @param asSeen whether the register still says what the decision was made on; asked while nobody
   *     else writes, so that what an import has just written is not written over
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Revised revise(PersonId id, Revision revision, Predicate<Person> asSeen, Actor by) {
    store.waitForOtherImports();
    var known = persons.find(id).filter(it -> it.status() == PersonStatus.ACTIVE);
    if (known.isEmpty()) {
      return new Revised.NotActive();
    }
    var before = known.get();
    if (!asSeen.test(before)) {
      return new Revised.Changed();
    }
    var correction = Correction.revised(before, revision.appliedTo(before));
    if (correction.isPresent()) {
      if (!movesClaim(before, correction.get().after())) {
        return new Revised.NumberTaken();
      }
      write(correction.get(), revision, by);
    }
    return new Revised.Done();
  }

  /** The new one first: where somebody has it, nothing has been touched. */
  private boolean movesClaim(Person before, Person after) {
    var old = before.personalId();
    var wanted = after.personalId();
    if (wanted == null || wanted.equals(old)) {
      return true;
    }
    if (!claims.claimPersonalId(wanted, before.id())) {
      return false;
    }
    if (old != null) {
      claims.releasePersonalId(old, before.id());
    }
    return true;
  }

  private void write(Correction correction, Revision revision, Actor by) {
    var paper = revision.paper();
    if (paper != null) {
      persons.deletePapers(correction.after().id(), paper.kind());
    }
    store.write(List.of(correction), by);
    audit.record("PERSON_REVISED", by, Subject.of(correction.after().id()));
    if (!correction.before().number().equals(correction.after().number())) {
      events.publishEvent(new NumberChanged(correction.after().id()));
    }
  }
}
