package vn.ansinh.files;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.ansinh.platform.Secrets;
import vn.ansinh.platform.Wiped;

/** Contents under seal, bound to their id: bytes moved to another name or altered do not open. */
@Component
class SealedContents {

  private final FileContents contents;
  private final Secrets secrets;

  SealedContents(FileContents contents, Secrets secrets) {
    this.contents = contents;
    this.secrets = secrets;
  }

  /**
   * @return the id of the data key it lies under
   */
  String write(FileId id, byte[] plain) {
    var sealed = secrets.seal(plain, context(id));
    contents.write(id, sealed);
    return Secrets.keyOf(sealed);
  }

  /**
   * @throws IllegalStateException when it was altered or belongs to another
   */
  Optional<byte[]> read(FileId id) {
    return contents.read(id).map(it -> secrets.open(it, context(id)));
  }

  /** What was received lies beside its row until it is drawn anew. */
  byte[] sealOriginal(FileId id, byte[] plain) {
    return secrets.seal(plain, originalContext(id));
  }

  /**
   * @throws IllegalStateException when it was altered or belongs to another
   */
  byte[] openOriginal(FileId id, byte[] sealed) {
    return secrets.open(sealed, originalContext(id));
  }

  /**
   * Seals again; who reads meanwhile gets the one or the other. The caller holds the row, so that
   * nobody erases it meanwhile.
   *
   * @return the id of the data key it lies under now; empty when there is no content
   */
  Optional<String> reseal(FileId id) {
    return read(id).map(it -> Wiped.after(it, plain -> write(id, plain)));
  }

  /** At once without a transaction; a rolled-back one leaves the content where it is. */
  void eraseAfterCommit(FileId id) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      contents.erase(id);
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            contents.erase(id);
          }
        });
  }

  private static String originalContext(FileId id) {
    return "files.original.content." + id.value();
  }

  private static String context(FileId id) {
    return "files.file.content." + id.value();
  }
}
