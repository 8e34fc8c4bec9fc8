package vn.ansinh.review;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.people.Person;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.DeclarationCode;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.Recipient;
import vn.ansinh.staff.Officer;

/**
 * An officer's looks at a file. Each is audited in the same transaction, whoever has the file in
 * hand; a file of an office the officer does not stand above does not exist for them.
 */
@Service
public class FileLooks {

  private final FilesInScope files;
  private final QueueStore queue;
  private final NoteStore notes;
  private final TaskStore tasks;
  private final Declarations declarations;
  private final Comparing comparing;
  private final FileAudit trail;
  private final Audit audit;

  FileLooks(
      FilesInScope files,
      QueueStore queue,
      NoteStore notes,
      TaskStore tasks,
      Declarations declarations,
      Comparing comparing,
      FileAudit trail,
      Audit audit) {
    this.files = files;
    this.queue = queue;
    this.notes = notes;
    this.tasks = tasks;
    this.declarations = declarations;
    this.comparing = comparing;
    this.trail = trail;
    this.audit = audit;
  }

  /** A look: audited, whoever has the file in hand. Empty for files of other offices. */
  @Transactional
  public Optional<OpenFile> open(DeclarationId id, Officer officer) {
    return files
        .find(id, officer)
        .map(
            file -> {
              trail.record("FILE_OPENED", file, officer, Map.of());
              var opened = opened(file);
              opened.registered().ifPresent(it -> personSeen(it, file, officer));
              return opened;
            });
  }

  /** A look at one picture, audited as such. Empty for files of other offices. */
  @Transactional
  public Optional<Declaration> lookAtPicture(DeclarationId id, String kind, Officer officer) {
    var file = files.find(id, officer);
    file.ifPresent(it -> trail.record("PICTURE_SEEN", it, officer, Map.of("picture", kind)));
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

  private OpenFile opened(Declaration file) {
    var registered = comparing.registered(file);
    return new OpenFile(
        file,
        queue.find(file.id()).flatMap(it -> Optional.ofNullable(it.assignedTo())),
        registered,
        comparing.compare(file, registered),
        comparing.evidence(file),
        declarations.recipient(file.id()).map(Recipient::phoneStanding),
        declarations.history(file.id()),
        notes.of(file),
        notes.ticked(file),
        tasks.openOf(file.id()));
  }

  /** The register's record beside the file is a look at that person, whoever wrote the file. */
  private void personSeen(Person person, Declaration file, Officer officer) {
    audit.record(
        "PERSON_SEEN",
        Actor.of(officer.id()),
        Subject.of(person.id()),
        Map.of("declaration", file.id().value().toString()));
  }
}
