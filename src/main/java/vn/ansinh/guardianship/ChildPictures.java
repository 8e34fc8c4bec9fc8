package vn.ansinh.guardianship;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.Taking;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.files.Upload;
import vn.ansinh.platform.PersonId;

/** The portrait and the birth certificate of an application, while its guardian may change it. */
@Service
public class ChildPictures {

  private final ApplicationStore store;
  private final Budgets budgets;
  private final Files files;
  private final GuardianshipSettings settings;
  private final Clock clock;

  ChildPictures(
      ApplicationStore store,
      Budgets budgets,
      Files files,
      GuardianshipSettings settings,
      Clock clock) {
    this.store = store;
    this.budgets = budgets;
    this.files = files;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Takes the child's portrait or birth certificate in; one it replaces is erased. Whether it can
   * be kept shows a moment later.
   */
  @Transactional
  public Upload add(PersonId guardian, ApplicationId id, FileKind kind, byte[] original) {
    var before = editable(guardian, id);
    if (before.isEmpty()) {
      return new Upload.Refused(Upload.Reason.EMPTY);
    }
    if (budgets.take(settings.pictures(), guardian.value().toString()) instanceof Taking.Spent) {
      return new Upload.Refused(Upload.Reason.TOO_MANY_PIXELS);
    }
    return put(before.get(), kind, files.store(id.value(), kind, original));
  }

  /** A quarter turn clockwise. */
  @Transactional
  public Upload rotate(PersonId guardian, ApplicationId id, FileKind kind) {
    var before = editable(guardian, id);
    var picture = before.map(it -> it.picture(kind)).orElse(null);
    return before.isEmpty() || picture == null
        ? new Upload.Refused(Upload.Reason.EMPTY)
        : put(before.get(), kind, files.rotate(picture, 1));
  }

  private Upload put(ChildApplication application, FileKind kind, Upload upload) {
    if (upload instanceof Upload.Stored(var picture)) {
      var old = application.picture(kind);
      if (old != null) {
        files.erase(old);
      }
      store.put(application, kind, picture, clock.instant());
    }
    return upload;
  }

  private Optional<ChildApplication> editable(PersonId guardian, ApplicationId id) {
    return store.lock(guardian, id).filter(it -> it.status().isEditable());
  }
}
