package vn.ansinh.review;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.Declarations;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;

/** Messages nobody received, as work of the office that has the file. */
@Service
public class Tasks {

  private static final int MOST_SHOWN = 200;

  private final TaskStore store;
  private final DecisionStore decisions;
  private final Declarations declarations;
  private final Offices offices;
  private final Audit audit;
  private final Clock clock;

  Tasks(
      TaskStore store,
      DecisionStore decisions,
      Declarations declarations,
      Offices offices,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.decisions = decisions;
    this.declarations = declarations;
    this.offices = offices;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A notice about a declaration did not arrive. Joins the caller's transaction; once per file and
   * channel, however often it is told. What is erased has nobody to reach any more.
   *
   * @param channel {@code EMAIL} or {@code SMS}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void undeliverable(DeclarationId id, String channel) {
    declarations
        .find(id)
        .filter(it -> !it.isErased())
        .ifPresent(
            file -> {
              if (store.open(id, file.person(), file.officeCode(), channel, clock.instant())) {
                audit.record(
                    "TASK_OPENED",
                    Actor.SYSTEM,
                    Subject.of("declaration", id.value(), file.person()));
              }
            });
  }

  /** A message to the holder of an account did not arrive: a task for who opened the account. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void undeliverable(PersonId person, String channel) {
    decisions.approvalOf(person).ifPresent(it -> undeliverable(it, channel));
  }

  /** Open ones of the officer's office and those below, the oldest first. */
  public List<Task> open(Officer officer) {
    return officer.may(Permission.SEE_FILES)
        ? store.open(offices.codesUnder(officer.officeCode()), MOST_SHOWN)
        : List.of();
  }

  /** Somebody reached the person, or sent it another way. */
  @Transactional
  public Handling done(UUID id, Officer officer) {
    var task = store.find(id).filter(it -> offices.covers(officer.officeCode(), it.officeCode()));
    if (task.isEmpty()) {
      return new Handling.NotFound();
    }
    if (!officer.may(Permission.RESEND)) {
      return new Handling.NotAllowed();
    }
    store.done(id, officer.id(), clock.instant());
    audit.record(
        "TASK_DONE",
        Actor.of(officer.id()),
        Subject.of("declaration", task.get().declaration().value()));
    return new Handling.Done();
  }
}
