package vn.ansinh.review;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;

/** What officers write on a file for each other: notes, and which items were compared so far. */
@Service
public class FileNotes {

  private static final int LONGEST_NOTE = 2_000;

  private final FilesInScope files;
  private final NoteStore notes;
  private final FileAudit trail;
  private final Clock clock;

  FileNotes(FilesInScope files, NoteStore notes, FileAudit trail, Clock clock) {
    this.files = files;
    this.notes = notes;
    this.trail = trail;
    this.clock = clock;
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
              trail.record("FILE_NOTED", file, officer, Map.of());
              return new Handling.Done();
            })
        .orElseGet(Handling.NotFound::new);
  }

  /** Exactly these are compared so far. */
  @Transactional
  public Handling tick(DeclarationId id, Set<CheckItem> items, Officer officer) {
    return files.handle(
        id,
        officer,
        Permission.SEND_BACK,
        (file, line) -> {
          if (line.assignedTo() != null && !line.assignedTo().equals(officer.id())) {
            return new Handling.HeldBy(line.assignedTo());
          }
          notes.tick(file, items, officer.id(), clock.instant());
          trail.record(
              "FILE_COMPARED", file, officer, Map.of("items", Integer.toString(items.size())));
          return new Handling.Done();
        });
  }
}
