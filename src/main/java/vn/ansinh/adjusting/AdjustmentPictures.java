package vn.ansinh.adjusting;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.Taking;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.files.Upload;
import vn.ansinh.platform.PersonId;

/** Photos of the papers that show why, while their person may change the request. */
@Service
public class AdjustmentPictures {

  private final AdjustmentStore store;
  private final Budgets budgets;
  private final Files files;
  private final AdjustmentSettings settings;
  private final Clock clock;

  AdjustmentPictures(
      AdjustmentStore store,
      Budgets budgets,
      Files files,
      AdjustmentSettings settings,
      Clock clock) {
    this.store = store;
    this.budgets = budgets;
    this.files = files;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Takes a photo in; one it replaces is erased, unless the office has it: then when the new one is
   * submitted. Whether it can be kept shows a moment later.
   *
   * @return empty when there is nothing to change any more, or after too many in an hour
   */
  @Transactional
  public Optional<Upload> add(PersonId person, FileKind kind, byte[] original) {
    return editable(person)
        .filter(
            _ ->
                budgets.take(settings.pictures(), person.value().toString())
                    instanceof Taking.Granted)
        .map(it -> put(it, kind, files.store(it.id(), kind, original)));
  }

  /** A quarter turn clockwise; empty as above, or without such a photo. */
  @Transactional
  public Optional<Upload> rotate(PersonId person, FileKind kind) {
    return editable(person)
        .flatMap(
            it ->
                Optional.ofNullable(it.pictures().of(kind))
                    .map(picture -> put(it, kind, files.rotate(picture, 1))));
  }

  private Upload put(Adjustment adjustment, FileKind kind, Upload upload) {
    if (upload instanceof Upload.Stored(var picture)) {
      var old = adjustment.pictures().of(kind);
      if (old != null && !adjustment.isHandedIn(old)) {
        files.erase(old);
      }
      var now = clock.instant();
      store.put(adjustment, kind, picture, now);
      var kept = new ArrayList<>(files.safety(adjustment.everyPicture()).keySet());
      kept.add(picture);
      files.keepUntil(kept, now.plus(settings.draftsKeptFor()));
    }
    return upload;
  }

  private Optional<Adjustment> editable(PersonId person) {
    return store.lockOpen(person).filter(it -> it.status().isEditable());
  }
}
