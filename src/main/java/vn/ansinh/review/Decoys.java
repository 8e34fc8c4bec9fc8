package vn.ansinh.review;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.guardianship.PersonSeenAtDesk;
import vn.ansinh.people.Person;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.staff.Officer;

/**
 * Invented persons in the register whom nobody has reason to look up. Whoever does is going through
 * numbers: the counter {@code ansinh.decoy.seen} moves, and the trail names the officer.
 */
@Service
public class Decoys {

  private static final Logger LOG = LoggerFactory.getLogger(Decoys.class);

  private final DecoyStore store;
  private final MeterRegistry metrics;
  private final Audit audit;
  private final Clock clock;

  Decoys(DecoyStore store, MeterRegistry metrics, Audit audit, Clock clock) {
    this.store = store;
    this.metrics = metrics;
    this.audit = audit;
    this.clock = clock;
  }

  /** From now on a look at this person is an alarm; false when it was before. */
  @Transactional
  public boolean add(PersonId person, Actor actor) {
    var added = store.insert(person, clock.instant());
    if (added) {
      audit.record("DECOY_ADDED", actor, Subject.of(person));
    }
    return added;
  }

  /** Among the children as well: their files show whose number an applicant typed. */
  @EventListener
  void on(PersonSeenAtDesk event) {
    watch(
        event.person(), Map.of("application", event.purpose().value().toString()), event.officer());
  }

  /** Within the transaction of the look-up; the officer notices nothing. */
  void watch(Person seen, DeclarationId purpose, Officer officer) {
    watch(seen, Map.of("declaration", purpose.value().toString()), officer);
  }

  /**
   * @param purpose what the officer says it is for, in codes
   */
  void watch(Person seen, Map<String, String> purpose, Officer officer) {
    watch(seen.id(), purpose, officer);
  }

  private void watch(PersonId seen, Map<String, String> purpose, Officer officer) {
    if (store.isDecoy(seen)) {
      metrics.counter("ansinh.decoy.seen").increment();
      LOG.warn("A decoy was looked up by officer {}: see the audit trail", officer.id().value());
      audit.record("DECOY_SEEN", Actor.of(officer.id()), Subject.of(seen), purpose);
    }
  }
}
