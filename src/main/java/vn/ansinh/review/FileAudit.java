package vn.ansinh.review;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.registration.Declaration;
import vn.ansinh.staff.Officer;

/** Writes an officer's deed on a file into the audit trail, within the caller's transaction. */
@Component
class FileAudit {

  private final Audit audit;

  FileAudit(Audit audit) {
    this.audit = audit;
  }

  void record(String action, Declaration file, Officer officer, Map<String, String> details) {
    audit.record(
        action,
        Actor.of(officer.id()),
        Subject.of("declaration", file.id().value(), file.person()),
        details);
  }
}
