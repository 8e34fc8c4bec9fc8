package vn.ansinh.review;

import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.Declarations;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;

/** The one place that says which files an officer may see; all others do not exist for them. */
@Component
class FilesInScope {

  private final Declarations declarations;
  private final Offices offices;
  private final Comparing comparing;
  private final QueueStore queue;

  FilesInScope(Declarations declarations, Offices offices, Comparing comparing, QueueStore queue) {
    this.declarations = declarations;
    this.offices = offices;
    this.comparing = comparing;
    this.queue = queue;
  }

  Optional<Declaration> find(DeclarationId id, Officer officer) {
    return declarations.find(id).filter(it -> sees(officer, it));
  }

  boolean sees(Officer officer, Declaration file) {
    return officer.may(Permission.SEE_FILES)
        && offices.covers(officer.officeCode(), file.officeCode());
  }

  /**
   * The register's person the file belongs to: as an officer chose, else as found on submission.
   */
  Optional<PersonId> matched(Declaration file) {
    return comparing.matched(file);
  }

  /** Asks who may before anything is done, and whether the file still lies on the desk. */
  Handling handle(
      DeclarationId id,
      Officer officer,
      Permission needed,
      BiFunction<Declaration, QueueLine, Handling> work) {
    var file = find(id, officer);
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
}
