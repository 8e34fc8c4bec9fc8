package vn.ansinh.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.files.Inspection.Drawable;
import vn.ansinh.files.Inspection.Undrawable;
import vn.ansinh.files.Upload.Reason;
import vn.ansinh.files.Upload.Refused;
import vn.ansinh.files.Upload.Stored;
import vn.ansinh.platform.Ids;

/**
 * The face of uploads. Content is on disk, sealed, before its row commits, and leaves the disk only
 * after its row is gone: a crash at any moment leaves at worst content without a row, which the
 * nightly sweep removes. Safe to call from many threads.
 */
@Service
public class Files {

  private final FileStore store;
  private final SealedContents contents;
  private final Redrawing redrawing;
  private final Clock clock;
  private final FilesSettings settings;

  Files(
      FileStore store,
      SealedContents contents,
      Redrawing redrawing,
      Clock clock,
      FilesSettings settings) {
    this.store = store;
    this.contents = contents;
    this.redrawing = redrawing;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Checks, redraws and keeps a picture for seven days unless somebody asks for longer ({@link
   * #keep}, {@link #keepUntil}). Takes time on the processor; call it outside a transaction.
   *
   * @param holder the draft or declaration it is uploaded for
   * @throws FilesException when the storage is out of reach, or no decoder becomes free in time
   */
  public Upload store(UUID holder, FileKind kind, byte[] original) {
    return switch (Inspection.of(original)) {
      case Undrawable(var reason) -> new Refused(reason);
      case Drawable picture ->
          store(holder, kind, picture, clock.instant().plus(settings.uploadsKeptFor()));
    };
  }

  /** As {@link #store(UUID, FileKind, byte[])}; never reads more than the limit and one byte. */
  public Upload store(UUID holder, FileKind kind, InputStream original) throws IOException {
    return store(holder, kind, original.readNBytes(FilesSettings.MOST_BYTES + 1));
  }

  /** Empty when there is no such picture. The caller has checked who may see it. */
  public Optional<Picture> open(FileId id) {
    return store.find(id).map(this::opened);
  }

  /**
   * Makes a turned copy under a new id, kept as long as the old one, which stays until erased.
   *
   * @param quarterTurns clockwise; any number, negative ones turn the other way
   */
  public Upload rotate(FileId id, int quarterTurns) {
    var row = store.find(id);
    if (row.isEmpty()) {
      return new Refused(Reason.EMPTY);
    }
    return switch (Inspection.of(opened(row.get()).jpeg())) {
      case Undrawable(var reason) -> new Refused(reason);
      case Drawable picture ->
          store(
              row.get().holder(),
              row.get().kind(),
              picture.turned(quarterTurns),
              row.get().keptUntil());
    };
  }

  /** From now on without an end, until erased. */
  @Transactional
  public void keep(Collection<FileId> ids) {
    keepAll(ids, null);
  }

  @Transactional
  public void keepUntil(Collection<FileId> ids, Instant moment) {
    keepAll(ids, moment);
  }

  /** The row goes with the caller's transaction, the content after it has committed. */
  @Transactional
  public void erase(FileId id) {
    store.delete(id);
    contents.eraseAfterCommit(id);
  }

  private Upload store(UUID holder, FileKind kind, Drawable original, @Nullable Instant keptUntil) {
    var drawn = redrawing.redraw(original);
    if (drawn.isEmpty()) {
      return new Refused(Reason.BROKEN);
    }
    var picture = drawn.get();
    var id = new FileId(Ids.next());
    contents.write(id, picture.jpeg());
    store.insert(
        new FileStore.Row(id, holder, kind, picture.width(), picture.height(), keptUntil),
        picture.jpeg().length,
        clock.instant());
    return new Stored(id, picture.width(), picture.height(), picture.jpeg().length);
  }

  private Picture opened(FileStore.Row row) {
    var jpeg = contents.read(row.id());
    return new Picture(
        jpeg.orElseThrow(() -> new FilesException("a picture has lost its content")),
        row.width(),
        row.height());
  }

  private void keepAll(Collection<FileId> ids, @Nullable Instant until) {
    if (!ids.isEmpty() && store.keepUntil(ids, until) != ids.size()) {
      throw new FilesException("a picture to be kept is gone");
    }
  }
}
