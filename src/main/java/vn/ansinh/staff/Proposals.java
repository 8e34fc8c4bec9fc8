package vn.ansinh.staff;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.platform.OfficerId;

/**
 * The second pair of eyes: what one administrator proposed, another confirms within three days.
 * Neither may be the officer it is about. Whoever proposed must still be allowed to when it is
 * confirmed. Of two who decide at once one is first.
 */
@Service
public class Proposals {

  private static final Optional<FirstPasswords.Made> NO_PASSWORD = Optional.empty();

  private final ProposalStore store;
  private final OfficerStore officers;
  private final OfficerChanges changes;
  private final FirstPasswords firstPasswords;
  private final Offices offices;
  private final TransactionOperations transaction;
  private final Audit audit;
  private final Clock clock;

  Proposals(
      ProposalStore store,
      OfficerStore officers,
      OfficerChanges changes,
      FirstPasswords firstPasswords,
      Offices offices,
      TransactionOperations transaction,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.officers = officers;
    this.changes = changes;
    this.firstPasswords = firstPasswords;
    this.offices = offices;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  /** What waits in the administrator's office and those below, own proposals too, oldest first. */
  public List<Proposal> waiting(Officer administrator) {
    return administrator.may(Permission.ADMINISTER)
        ? store.waiting(offices.codesUnder(administrator.officeCode()), clock.instant()).stream()
            .filter(it -> reaches(administrator, it))
            .toList()
        : List.of();
  }

  /** All that waits, for the operator of the machine. */
  public List<Proposal> waiting() {
    return store.waiting(offices.codesUnder(Office.ROOT), clock.instant());
  }

  /** Does what was proposed. A first password that was made goes to whoever confirms. */
  public OfficerChange confirm(UUID id, Officer by) {
    var found = visible(id, by);
    if (found.isEmpty()) {
      return new OfficerChange.NotFound();
    }
    return found.get().concerns(by)
        ? new OfficerChange.Yourself()
        : carryOut(found.get(), by.id(), Actor.of(by.id()));
  }

  /**
   * In an installation with one administrator, by whoever operates the machine itself; refused
   * while there is another administrator who can.
   */
  public OfficerChange confirmAsOperator(UUID id) {
    var found = store.waiting(id, clock.instant());
    if (found.isEmpty()) {
      return new OfficerChange.NotFound();
    }
    return officers.administrators().stream()
            .anyMatch(it -> !found.get().concerns(it) && reaches(it, found.get()))
        ? new OfficerChange.AnotherCanConfirm()
        : carryOut(found.get(), null, Actor.SYSTEM);
  }

  /** Whoever proposed it takes it back; anybody else refuses it. */
  @Transactional
  public OfficerChange refuse(UUID id, Officer by) {
    var found = visible(id, by);
    if (found.isEmpty()) {
      return new OfficerChange.NotFound();
    }
    var proposal = found.get();
    if (by.id().equals(proposal.officer())) {
      return new OfficerChange.Yourself();
    }
    var own = by.id().equals(proposal.proposedBy());
    var outcome = own ? Proposal.Outcome.WITHDRAWN : Proposal.Outcome.REFUSED;
    if (!store.decide(id, outcome, by.id(), clock.instant())) {
      return new OfficerChange.Overtaken();
    }
    record(proposal, outcome, Actor.of(by.id()));
    return new OfficerChange.Done();
  }

  private OfficerChange carryOut(Proposal proposal, @Nullable OfficerId by, Actor actor) {
    var password = needsPassword(proposal) ? Optional.of(firstPasswords.make()) : NO_PASSWORD;
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              if (!stillAllowed(proposal)
                  || !store.decide(
                      proposal.id(), Proposal.Outcome.CONFIRMED, by, clock.instant())) {
                return new OfficerChange.Overtaken();
              }
              record(proposal, Proposal.Outcome.CONFIRMED, actor);
              var change = carriedOut(proposal, password, actor);
              if (!(change instanceof OfficerChange.Done
                  || change instanceof OfficerChange.FirstPassword)) {
                status.setRollbackOnly();
              }
              return change;
            }));
  }

  private OfficerChange carriedOut(
      Proposal proposal, Optional<FirstPasswords.Made> password, Actor actor) {
    var officer = proposal.officer();
    return switch (proposal.kind()) {
      case ADD -> changes.add(proposal.wanted(), password.orElseThrow(), actor);
      case CHANGE -> changes.change(known(officer), proposal.wanted(), actor);
      case FIRST_PASSWORD -> changes.renewPassword(known(officer), password.orElseThrow(), actor);
      case SECOND_FACTOR -> changes.resetSecondFactor(known(officer), actor);
    };
  }

  private static OfficerId known(@Nullable OfficerId officer) {
    return Objects.requireNonNull(officer, "only somebody new is nobody yet");
  }

  private static boolean needsPassword(Proposal proposal) {
    return proposal.kind() == Proposal.Kind.ADD || proposal.kind() == Proposal.Kind.FIRST_PASSWORD;
  }

  private Optional<Proposal> visible(UUID id, Officer by) {
    return by.may(Permission.ADMINISTER)
        ? store.waiting(id, clock.instant()).filter(it -> reaches(by, it))
        : Optional.empty();
  }

  private boolean stillAllowed(Proposal proposal) {
    return officers
        .find(proposal.proposedBy())
        .filter(it -> it.may(Permission.ADMINISTER) && reaches(it, proposal))
        .isPresent();
  }

  /** Both where the officer works and where the officer shall work. */
  private boolean reaches(Officer administrator, Proposal proposal) {
    var where = administrator.officeCode();
    return offices.covers(where, proposal.wanted().officeCode())
        && Optional.ofNullable(proposal.officer())
            .flatMap(officers::find)
            .map(it -> offices.covers(where, it.officeCode()))
            .orElse(true);
  }

  private void record(Proposal proposal, Proposal.Outcome outcome, Actor actor) {
    var officer = proposal.officer();
    audit.record(
        "OFFICER_" + proposal.kind() + "_" + outcome,
        actor,
        officer == null
            ? Subject.of("proposal", proposal.id())
            : Subject.of("officer", officer.value()),
        Map.of("proposedBy", proposal.proposedBy().value().toString()));
  }
}
