package vn.ansinh.review;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.DeclarantAskedToCome;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.DeclarationDecided;
import vn.ansinh.registration.DeclarationErased;
import vn.ansinh.registration.DeclarationExpired;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.DeclarationMoved;
import vn.ansinh.registration.DeclarationPhotosRead;
import vn.ansinh.registration.DeclarationResubmitted;
import vn.ansinh.registration.DeclarationReturned;
import vn.ansinh.registration.DeclarationSubmitted;
import vn.ansinh.registration.DeclarationWithdrawn;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.DeclaredFacts;
import vn.ansinh.registration.PaperReceived;

/** Keeps the queue true to the declarations, in the transaction that changed them. */
@Component
class QueueUpkeep {

  private final Declarations declarations;
  private final QueueStore queue;
  private final QueueSearch search;
  private final NoteStore notes;
  private final TaskStore tasks;
  private final MatchStore matches;
  private final Comparing comparing;

  QueueUpkeep(
      Declarations declarations,
      QueueStore queue,
      QueueSearch search,
      NoteStore notes,
      TaskStore tasks,
      MatchStore matches,
      Comparing comparing) {
    this.matches = matches;
    this.comparing = comparing;
    this.declarations = declarations;
    this.queue = queue;
    this.search = search;
    this.notes = notes;
    this.tasks = tasks;
  }

  @EventListener
  void on(DeclarationSubmitted event) {
    refresh(event.id());
  }

  @EventListener
  void on(DeclarationResubmitted event) {
    notes.untick(event.person(), event.id());
    matches.forget(event.person(), event.id());
    refresh(event.id());
  }

  /**
   * What the photos say may agree with what is declared, or not. At the end of the transaction: who
   * publishes it writes down only then what the photo says, behind the locks of others.
   */
  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void on(DeclarationPhotosRead event) {
    refresh(event.id());
  }

  @EventListener
  void on(PaperReceived event) {
    refresh(event.id());
  }

  @EventListener
  void on(DeclarationReturned event) {
    refresh(event.id());
  }

  @EventListener
  void on(DeclarantAskedToCome event) {
    refresh(event.id());
  }

  @EventListener
  void on(DeclarationMoved event) {
    refresh(event.id());
    tasks.move(event.id(), event.toOffice());
  }

  @EventListener
  void on(DeclarationDecided event) {
    queue.remove(event.id());
  }

  @EventListener
  void on(DeclarationWithdrawn event) {
    forget(event.id(), event.person());
  }

  @EventListener
  void on(DeclarationExpired event) {
    forget(event.id(), event.person());
  }

  @EventListener
  void on(DeclarationErased event) {
    forget(event.id(), event.person());
  }

  /** Makes the entry read as the declaration does now; none once it is closed. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void refresh(DeclarationId id) {
    var declaration = declarations.find(id).orElseThrow();
    var facts = declaration.facts();
    if (facts == null || !declaration.status().isOpen()) {
      queue.remove(id);
    } else {
      var assessment =
          comparing
              .compare(declaration, comparing.registered(declaration))
              .orElseThrow()
              .assessment();
      queue.put(
          line(declaration, facts, assessment),
          declaration.person(),
          search.entry(declaration, facts));
    }
  }

  private void forget(DeclarationId id, PersonId person) {
    // As who chooses a match locks them: the match, then the entry.
    matches.forget(person, id);
    queue.remove(id);
    notes.forget(person, id);
    tasks.forget(id);
  }

  private static QueueLine line(
      Declaration declaration, DeclaredFacts facts, Assessment assessment) {
    var clock = declaration.clock();
    return new QueueLine(
        declaration.id(),
        declaration.code().value(),
        facts.fullName(),
        declaration.officeCode(),
        declaration.status(),
        declaration.handIn(),
        clock.submittedAt(),
        clock.receiptDue(),
        clock.decisionDue(),
        clock.actBy(),
        dueAt(declaration),
        assessment,
        null);
  }

  private static Instant dueAt(Declaration declaration) {
    var clock = declaration.clock();
    return switch (declaration.status()) {
      case SUBMITTED ->
          clock.receiptDue() != null
              ? clock.receiptDue()
              : endOf(clock.decisionDue(), clock.submittedAt());
      case IN_REVIEW -> endOf(clock.decisionDue(), clock.submittedAt());
      default -> endOf(clock.actBy(), clock.submittedAt());
    };
  }

  private static Instant endOf(@Nullable LocalDate day, Instant otherwise) {
    return day == null ? otherwise : day.plusDays(1).atStartOfDay(VietnamTime.ZONE).toInstant();
  }
}
