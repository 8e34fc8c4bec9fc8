package vn.ansinh.review;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.DeclarationCode;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.DeclarationStatus;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.Outcome;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Officers;
import vn.ansinh.staff.Permission;

/**
 * What an officer does with a file short of deciding. Every look and every deed is audited in the
 * same transaction. Of two officers who act on one file at once, the second is told what the first
 * made of it: the declaration's own compare-and-set decides, and rows are always locked in the
 * order declaration, queue entry, as the applicant's deeds lock them.
 */
@Service
public class Desk {

  private static final int LONGEST_NOTE = 2_000;

  private final FilesInScope files;
  private final QueueStore queue;
  private final QueueUpkeep upkeep;
  private final NoteStore notes;
  private final TaskStore tasks;
  private final Declarations declarations;
  private final People people;
  private final Officers officers;
  private final Offices offices;
  private final Audit audit;
  private final Clock clock;

  Desk(
      FilesInScope files,
      QueueStore queue,
      QueueUpkeep upkeep,
      NoteStore notes,
      TaskStore tasks,
      Declarations declarations,
      People people,
      Officers officers,
      Offices offices,
      Audit audit,
      Clock clock) {
    this.files = files;
    this.queue = queue;
    this.upkeep = upkeep;
    this.notes = notes;
    this.tasks = tasks;
    this.declarations = declarations;
    this.people = people;
    this.officers = officers;
    this.offices = offices;
    this.audit = audit;
    this.clock = clock;
  }

  /** A look: audited, whoever has the file in hand. Empty for files of other offices. */
  @Transactional
  public Optional<OpenFile> open(DeclarationId id, Officer officer) {
    return files
        .find(id, officer)
        .map(
            file -> {
              record("FILE_OPENED", file, officer, Map.of());
              var opened = opened(file);
              opened.registered().ifPresent(it -> personSeen(it, file, officer));
              return opened;
            });
  }

  /** A look at one picture, audited as such. Empty for files of other offices. */
  @Transactional
  public Optional<Declaration> lookAtPicture(DeclarationId id, String kind, Officer officer) {
    var file = files.find(id, officer);
    file.ifPresent(it -> record("PICTURE_SEEN", it, officer, Map.of("picture", kind)));
    return file;
  }

  /** What a scanner or a hand typed from a Form 01; {@code ANSINH:F01:} in front or not. */
  public Optional<DeclarationId> byCode(String typed, Officer officer) {
    var bare = typed.strip().replaceFirst("(?i)^ANSINH:F01:", "");
    return DeclarationCode.parse(bare)
        .flatMap(declarations::byCode)
        .filter(it -> files.sees(officer, it))
        .map(Declaration::id);
  }

  /** Into the officer's own hands. */
  @Transactional
  public Handling take(DeclarationId id, Officer officer) {
    return on(
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
    return on(
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
                              record("FILE_GIVEN_BACK", file, officer, Map.of());
                            })));
  }

  /** To a colleague who may see the file and work on it. */
  @Transactional
  public Handling handTo(DeclarationId id, OfficerId to, Officer officer) {
    return on(
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
    return on(
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
    return on(
        id,
        officer,
        Permission.RECORD_PAPER,
        (_, _) -> then(declarations.recordPaperReceipt(id, officer.id()), () -> {}));
  }

  /** For colleagues only. */
  @Transactional
  public Handling note(DeclarationId id, String text, Officer officer) {
    var written = text.strip().replaceAll("[\\p{Cntrl}&&[^\\n]]", "");
    return files
        .find(id, officer)
        .map(
            file -> {
              if (written.isEmpty()) {
                return new Handling.Done();
              }
              if (written.length() > LONGEST_NOTE) {
                return new Handling.NoteTooLong();
              }
              notes.add(file, officer.id(), written, clock.instant());
              record("FILE_NOTED", file, officer, Map.of());
              return new Handling.Done();
            })
        .orElseGet(Handling.NotFound::new);
  }

  /** Exactly these are compared so far. */
  @Transactional
  public Handling tick(DeclarationId id, Set<CheckItem> items, Officer officer) {
    return on(
        id,
        officer,
        Permission.SEND_BACK,
        (file, line) -> {
          if (line.assignedTo() != null && !line.assignedTo().equals(officer.id())) {
            return new Handling.HeldBy(line.assignedTo());
          }
          notes.tick(file, items, officer.id(), clock.instant());
          record("FILE_COMPARED", file, officer, Map.of("items", Integer.toString(items.size())));
          return new Handling.Done();
        });
  }

  private OpenFile opened(Declaration file) {
    var registered = files.matched(file).flatMap(people::find);
    return new OpenFile(
        file,
        queue.find(file.id()).flatMap(it -> Optional.ofNullable(it.assignedTo())),
        registered,
        Optional.ofNullable(file.facts()).map(it -> Comparison.of(it, registered.orElse(null))),
        declarations.history(file.id()),
        notes.of(file),
        notes.ticked(file),
        tasks.openOf(file.id()));
  }

  private Handling on(
      DeclarationId id,
      Officer officer,
      Permission needed,
      BiFunction<Declaration, QueueLine, Handling> work) {
    var file = files.find(id, officer);
    if (file.isEmpty()) {
      return new Handling.NotFound();
    }
    if (!officer.may(needed)) {
      return new Handling.NotAllowed();
    }
    var line = queue.find(id);
    return line.isEmpty()
        ? new Handling.Stale(file.get().status())
        : work.apply(file.get(), line.get());
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
    record(action, file, by, Map.of("to", to.value().toString()));
    return new Handling.Done();
  }

  private static Handling then(Outcome outcome, Runnable after) {
    if (outcome instanceof Outcome.Done) {
      after.run();
    }
    return Handlings.of(outcome);
  }

  /** The register's record beside the file is a look at that person, whoever wrote the file. */
  private void personSeen(Person person, Declaration file, Officer officer) {
    audit.record(
        "PERSON_SEEN",
        Actor.of(officer.id()),
        Subject.of(person.id()),
        Map.of("declaration", file.id().value().toString()));
  }

  private void record(
      String action, Declaration file, Officer officer, Map<String, String> details) {
    audit.record(
        action,
        Actor.of(officer.id()),
        Subject.of("declaration", file.id().value(), file.person()),
        details);
  }
}
