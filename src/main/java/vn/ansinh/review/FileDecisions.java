package vn.ansinh.review;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.DeclarationStatus;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.Outcome;
import vn.ansinh.staff.Officer;

/**
 * Decides files. Of any number of officers who decide one file at once, exactly one does: the
 * declaration is compared and set on the version the officer saw. A file nobody has in hand is
 * taken by deciding it.
 */
@Service
public class FileDecisions {

  static final int LONGEST_NOTE = 500;

  private final FilesInScope files;
  private final QueueStore queue;
  private final NoteStore notes;
  private final DecisionStore store;
  private final Reasons reasons;
  private final Declarations declarations;
  private final WorkingTimes times;
  private final Clock clock;

  FileDecisions(
      FilesInScope files,
      QueueStore queue,
      NoteStore notes,
      DecisionStore store,
      Reasons reasons,
      Declarations declarations,
      WorkingTimes times,
      Clock clock) {
    this.files = files;
    this.queue = queue;
    this.notes = notes;
    this.store = store;
    this.reasons = reasons;
    this.declarations = declarations;
    this.times = times;
    this.clock = clock;
  }

  /**
   * @param ticked what the officer has compared, saved with the decision
   */
  @Transactional
  public Handling decide(
      DeclarationId id, Decision decision, Set<CheckItem> ticked, Officer officer) {
    var found = files.find(id, officer);
    if (found.isEmpty()) {
      return new Handling.NotFound();
    }
    var file = found.get();
    var line = queue.find(id);
    return refusal(file, line, decision, ticked, officer)
        .orElseGet(
            () -> {
              var matched = files.matched(file);
              // Before the decision writes lines of its own.
              var worked = times.spent(file, officer, clock.instant());
              var outcome = carryOut(file, matched, decision, officer);
              if (outcome instanceof Outcome.Done) {
                keep(
                    file,
                    worked,
                    line.orElseThrow().assessment(),
                    matched,
                    decision,
                    ticked,
                    officer);
              } else {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
              }
              return Handlings.of(outcome);
            });
  }

  private Optional<Handling> refusal(
      Declaration file,
      Optional<QueueLine> line,
      Decision decision,
      Set<CheckItem> ticked,
      Officer officer) {
    if (!officer.may(decision.kind().permission())) {
      return Optional.of(new Handling.NotAllowed());
    }
    if (line.isEmpty() || file.version() != decision.version()) {
      return Optional.of(new Handling.Stale(file.status()));
    }
    var holder = line.get().assignedTo();
    if (holder != null && !holder.equals(officer.id())) {
      return Optional.of(new Handling.HeldBy(holder));
    }
    return decision.kind() == Decision.Kind.APPROVE
        ? missingForApproval(file, ticked)
        : missingForNotice(decision);
  }

  private Optional<Handling> missingForApproval(Declaration file, Set<CheckItem> ticked) {
    if (files.matched(file).isEmpty()) {
      return Optional.of(new Handling.Unmatched());
    }
    var missing = EnumSet.copyOf(CheckItem.of(file.handIn()));
    missing.removeAll(ticked);
    return missing.isEmpty() ? Optional.empty() : Optional.of(new Handling.Unchecked(missing));
  }

  private Optional<Handling> missingForNotice(Decision decision) {
    if (decision.reasons().isEmpty()) {
      return Optional.of(new Handling.NoReason());
    }
    if (decision.note().length() > LONGEST_NOTE) {
      return Optional.of(new Handling.NoteTooLong());
    }
    var today = VietnamTime.today(clock);
    var known =
        decision.reasons().stream()
            .allMatch(
                code ->
                    reasons
                        .find(code, today)
                        .filter(it -> it.kind() == decision.kind().reasons())
                        .isPresent());
    return known ? Optional.empty() : Optional.of(new Handling.UnknownReason());
  }

  /** Takes the file if nobody has it, then decides on the version that makes. */
  private Outcome carryOut(
      Declaration file, Optional<PersonId> matched, Decision decision, Officer officer) {
    var seen = file.version();
    if (file.status() != DeclarationStatus.IN_REVIEW) {
      var started = declarations.startReview(file.id(), officer.id());
      if (!(started instanceof Outcome.Done)) {
        return started;
      }
      seen = declarations.find(file.id()).orElseThrow().version();
    }
    var id = file.id();
    var by = officer.id();
    @Nullable String note = decision.note().isBlank() ? null : decision.note().strip();
    return switch (decision.kind()) {
      case APPROVE -> declarations.approve(id, seen, by, matched.orElseThrow());
      case RETURN -> declarations.returnForCorrection(id, seen, by, decision.reasons(), note);
      case ASK_TO_COME -> declarations.askToCome(id, seen, by, decision.reasons(), note);
      case REJECT -> declarations.reject(id, seen, by, decision.reasons(), note);
    };
  }

  private void keep(
      Declaration file,
      Optional<Duration> worked,
      Assessment assessment,
      Optional<PersonId> matched,
      Decision decision,
      Set<CheckItem> ticked,
      Officer officer) {
    var now = clock.instant();
    notes.tick(file, ticked, officer.id(), now);
    var approved = decision.kind() == Decision.Kind.APPROVE ? matched.orElseThrow() : null;
    store.add(file, officer.id(), decision.kind(), approved, assessment, worked.orElse(null), now);
  }
}
