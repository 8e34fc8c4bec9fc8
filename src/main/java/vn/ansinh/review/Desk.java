package vn.ansinh.review;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.DeclarationStatus;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.Outcome;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Officers;
import vn.ansinh.staff.Permission;

/**
 * Who has a file in hand, and where. Every deed is audited in the same transaction. Of two officers
 * who act on one file at once, the second is told what the first made of it: the declaration's own
 * compare-and-set decides, and rows are always locked in the order declaration, queue entry, as the
 * applicant's deeds lock them.
 */
@Service
public class Desk {

  private final FilesInScope files;
  private final QueueStore queue;
  private final QueueUpkeep upkeep;
  private final Declarations declarations;
  private final Officers officers;
  private final Offices offices;
  private final FileAudit trail;
  private final Clock clock;

  Desk(
      FilesInScope files,
      QueueStore queue,
      QueueUpkeep upkeep,
      Declarations declarations,
      Officers officers,
      Offices offices,
      FileAudit trail,
      Clock clock) {
    this.files = files;
    this.queue = queue;
    this.upkeep = upkeep;
    this.declarations = declarations;
    this.officers = officers;
    this.offices = offices;
    this.trail = trail;
    this.clock = clock;
  }

  /** Into the officer's own hands. */
  @Transactional
  public Handling take(DeclarationId id, Officer officer) {
    return files.handle(
        id,
        officer,
        Permission.SEND_BACK,
        (file, line) -> {
          if (officer.id().equals(line.assignedTo())) {
            return new Handling.Done();
          }
          if (line.assignedTo() != null && !officer.may(Permission.SHARE_OUT)) {
            return new Handling.HeldBy(line.assignedTo());
          }
          return assign(file, line, officer.id(), "FILE_TAKEN", officer);
        });
  }

  /** Back into the queue for anybody. */
  @Transactional
  public Handling giveBack(DeclarationId id, Officer officer) {
    return files.handle(
        id,
        officer,
        Permission.SEND_BACK,
        (file, line) ->
            held(line, officer)
                .orElseGet(
                    () ->
                        then(
                            declarations.giveBack(id, officer.id()),
                            () -> {
                              upkeep.refresh(id);
                              trail.record("FILE_GIVEN_BACK", file, officer, Map.of());
                            })));
  }

  /** To a colleague who may see the file and work on it. */
  @Transactional
  public Handling handTo(DeclarationId id, OfficerId to, Officer officer) {
    return files.handle(
        id,
        officer,
        Permission.SEND_BACK,
        (file, line) -> {
          var colleague =
              officers.find(to).filter(it -> it.may(Permission.SEND_BACK) && files.sees(it, file));
          return colleague.isEmpty()
              ? new Handling.NoSuchReceiver()
              : held(line, officer)
                  .orElseGet(() -> assign(file, line, to, "FILE_HANDED_OVER", officer));
        });
  }

  /** The other office sees it as new; this one no longer, unless it lies above. */
  @Transactional
  public Handling moveTo(DeclarationId id, String officeCode, Officer officer) {
    return files.handle(
        id,
        officer,
        Permission.MOVE_FILES,
        (_, line) ->
            held(line, officer)
                .orElseGet(
                    () ->
                        offices.open(officeCode).isEmpty()
                            ? new Handling.NoSuchReceiver()
                            : then(declarations.moveTo(id, officeCode, officer.id()), () -> {})));
  }

  /** The signed papers, or the person, have come. */
  @Transactional
  public Handling recordPaper(DeclarationId id, Officer officer) {
    return files.handle(
        id,
        officer,
        Permission.RECORD_PAPER,
        (_, _) -> then(declarations.recordPaperReceipt(id, officer.id()), () -> {}));
  }

  /** In somebody else's hands, and the officer does not share out the work. */
  private static Optional<Handling> held(QueueLine line, Officer officer) {
    var holder = line.assignedTo();
    return holder == null || holder.equals(officer.id()) || officer.may(Permission.SHARE_OUT)
        ? Optional.empty()
        : Optional.of(new Handling.HeldBy(holder));
  }

  private Handling assign(
      Declaration file, QueueLine line, OfficerId to, String action, Officer by) {
    if (file.status() != DeclarationStatus.IN_REVIEW) {
      var started = declarations.startReview(file.id(), to);
      if (!(started instanceof Outcome.Done)) {
        return Handlings.of(started);
      }
      upkeep.refresh(file.id());
    }
    if (!queue.assign(file.id(), line.assignedTo(), to, clock.instant())) {
      return new Handling.Stale(file.status());
    }
    trail.record(action, file, by, Map.of("to", to.value().toString()));
    return new Handling.Done();
  }

  private static Handling then(Outcome outcome, Runnable after) {
    if (outcome instanceof Outcome.Done) {
      after.run();
    }
    return Handlings.of(outcome);
  }
}
