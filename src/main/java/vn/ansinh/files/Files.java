package vn.ansinh.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.files.FileStore.Row;
import vn.ansinh.files.FileStore.State;
import vn.ansinh.files.Inspection.Drawable;
import vn.ansinh.files.Inspection.Undrawable;
import vn.ansinh.files.Upload.Reason;
import vn.ansinh.files.Upload.Refused;
import vn.ansinh.files.Upload.Stored;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.Overloaded;
import vn.ansinh.platform.Unshowable;
import vn.ansinh.platform.Wiped;

/**
 * The face of uploads. What is received is durable with the caller's transaction and cannot be
 * opened by anybody until it has been drawn anew; then its content is on disk, sealed, before its
 * row says so, and leaves the disk only after its row is gone: a crash at any moment leaves at
 * worst content without a row, which the nightly sweep removes. Safe to call from many threads.
 */
@Service
public class Files {

  private static final Logger LOG = LoggerFactory.getLogger(Files.class);
  private static final Duration GLANCE = Duration.ofMillis(40);

  private final FileStore store;
  private final SealedContents contents;
  private final SafekeepingBell bell;
  private final Damage damage;
  private final Clock clock;
  private final FilesSettings settings;

  Files(
      FileStore store,
      SealedContents contents,
      SafekeepingBell bell,
      Damage damage,
      Clock clock,
      FilesSettings settings) {
    this.store = store;
    this.contents = contents;
    this.bell = bell;
    this.damage = damage;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Judges a picture by its header and keeps it for seven days unless somebody asks for longer
   * ({@link #keep}, {@link #keepUntil}). Never decodes it: that is done later by another process,
   * after which {@link #safety} tells, and {@link PictureRefused} if it was not to be.
   *
   * @param holder the draft or declaration it is uploaded for
   */
  @Transactional
  public Upload store(UUID holder, FileKind kind, byte[] original) {
    return switch (Inspection.of(original)) {
      case Undrawable(var reason) -> new Refused(reason);
      case Drawable picture -> {
        var until = clock.instant().plus(settings.uploadsKeptFor());
        yield forgotten(picture, original, store(holder, kind, picture, until));
      }
    };
  }

  /** Reads never more than the limit and one byte, so that what is too large shows as that. */
  public static byte[] read(InputStream original) throws IOException {
    return original.readNBytes(FilesSettings.MOST_BYTES + 1);
  }

  /**
   * Empty when there is no such picture or it is not safe. The caller has checked who may see it.
   *
   * @throws Overloaded when the storage does not answer
   * @throws Unshowable when its content is lost or was altered: nothing of it is shown
   */
  public Optional<Picture> open(FileId id) {
    return store.find(id).filter(it -> it.state() == State.SAFE).map(this::opened);
  }

  /** Of those there are. */
  public Map<FileId, Safety> safety(Collection<FileId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : store.find(ids).stream().collect(Collectors.toMap(Row::id, Row::safety));
  }

  /**
   * As {@link #safety(Collection)}, after a short wait for what is not decided yet; so that a
   * person who sends a picture usually sees it at once. Not to be called in a transaction.
   */
  public Map<FileId, Safety> safety(Collection<FileId> ids, Duration atMost) {
    long until = System.nanoTime() + atMost.toNanos();
    var safety = safety(ids);
    while (safety.containsValue(new Safety.Waiting()) && System.nanoTime() < until) {
      try {
        Thread.sleep(GLANCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return safety;
      }
      safety = safety(ids);
    }
    return safety;
  }

  /**
   * Makes a turned copy under a new id, kept as long as the old one, which stays until erased. Like
   * any upload it is not safe at once.
   *
   * @param quarterTurns clockwise; any number, negative ones turn the other way
   */
  @Transactional
  public Upload rotate(FileId id, int quarterTurns) {
    var row = store.find(id).filter(it -> it.state() == State.SAFE);
    if (row.isEmpty()) {
      return new Refused(Reason.EMPTY);
    }
    return Wiped.after(opened(row.get()).jpeg(), it -> turned(row.get(), it, quarterTurns));
  }

  private Upload turned(Row row, byte[] jpeg, int quarterTurns) {
    return switch (Inspection.of(jpeg)) {
      case Undrawable(var reason) -> new Refused(reason);
      case Drawable picture -> {
        var again = picture.turned(quarterTurns);
        yield forgotten(picture, jpeg, store(row.holder(), row.kind(), again, row.keptUntil()));
      }
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
    var id = new FileId(Ids.next());
    var sealed = contents.sealOriginal(id, original.bare());
    store.insert(id, holder, kind, original, sealed, clock.instant(), keptUntil);
    bell.ringAfterCommit();
    return new Stored(id);
  }

  /** What was copied of the upload; the upload itself is its owner's to wipe. */
  private static Upload forgotten(Drawable picture, byte[] original, Upload kept) {
    if (picture.bare() != original) {
      Arrays.fill(picture.bare(), (byte) 0);
    }
    return kept;
  }

  private Picture opened(Row row) {
    return new Picture(content(row.id()), row.width(), row.height());
  }

  private byte[] content(FileId id) {
    try {
      return contents.read(id).orElseThrow(() -> damage.seen(id, "a picture has lost its content"));
    } catch (StorageUnavailable e) {
      LOG.error("{}", e.toString());
      throw new Overloaded("open a picture: its storage does not answer");
    } catch (IllegalStateException _) {
      throw damage.seen(id, "a picture was altered in its storage");
    }
  }

  private void keepAll(Collection<FileId> ids, @Nullable Instant until) {
    if (!ids.isEmpty() && store.keepUntil(ids, until) != ids.size()) {
      throw new FilesException("a picture to be kept is gone");
    }
  }
}
