package vn.ansinh.files;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.platform.KeyRing;
import vn.ansinh.platform.Resealing;

/** Contents of pictures, one at a time under the lock of their rows. */
@Component
class FileResealing implements Resealing {

  private static final FileId FIRST = new FileId(new UUID(0, 0));

  private final FileKeyStore store;
  private final SealedContents contents;
  private final KeyRing ring;
  private final Damage damage;
  private final TransactionTemplate transaction;

  FileResealing(
      FileKeyStore store,
      SealedContents contents,
      KeyRing ring,
      Damage damage,
      TransactionTemplate transaction) {
    this.store = store;
    this.contents = contents;
    this.ring = ring;
    this.damage = damage;
    this.transaction = transaction;
  }

  @Override
  public String place() {
    return "files.file";
  }

  @Override
  public Map<String, Long> countByKey() {
    return store.countByKey(UNKNOWN);
  }

  /** What is lost or was altered stays as it is, counted under its key, which is then kept. */
  @Override
  public Steps reseal(@Nullable String after, int most) {
    var from = after == null ? FIRST : new FileId(UUID.fromString(after));
    var next = store.notUnder(ring.newest(), from, most);
    long resealed = next.stream().filter(this::reseal).count();
    var upTo = next.size() < most ? null : next.getLast().value().toString();
    return new Steps(upTo, next.size(), resealed);
  }

  private boolean reseal(FileId id) {
    Boolean done =
        transaction.execute(
            _ -> {
              if (!store.lock(id)) {
                return false;
              }
              try {
                var key = contents.reseal(id);
                key.ifPresent(it -> store.lies(id, it));
                return key.isPresent();
              } catch (IllegalStateException _) {
                damage.seen(id, "a picture was altered in its storage");
                return false;
              }
            });
    return done;
  }
}
