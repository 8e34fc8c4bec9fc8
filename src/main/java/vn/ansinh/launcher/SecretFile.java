package vn.ansinh.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.function.Supplier;
import vn.ansinh.platform.Secrets;

/** Secrets of the demo: made once, readable by their owner only, never in the repository. */
final class SecretFile {

  /**
   * What every generated master key begins with, so that production can tell it from a real one.
   */
  static final byte[] DEMO_MARK = "ansinh demo key:".getBytes(StandardCharsets.US_ASCII);

  private SecretFile() {}

  static String password(Home home, String name) throws IOException {
    return readOrMake(home.secrets().resolve(name), () -> Secrets.token(24));
  }

  static String masterKey(Home home) throws IOException {
    return readOrMake(home.secrets().resolve("master-key"), SecretFile::newMasterKey);
  }

  /** The key that signs the audit trail, in PEM. */
  static Path auditKey(Home home) throws IOException {
    var file = home.secrets().resolve("audit-key.pem");
    readOrMake(file, SecretFile::newAuditKey);
    return file;
  }

  private static String newAuditKey() {
    try {
      var key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getEncoder().encodeToString(key.getEncoded())
          + "\n-----END PRIVATE KEY-----";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String newMasterKey() {
    var random = new byte[32];
    new SecureRandom().nextBytes(random);
    var key = new byte[DEMO_MARK.length + random.length];
    System.arraycopy(DEMO_MARK, 0, key, 0, DEMO_MARK.length);
    System.arraycopy(random, 0, key, DEMO_MARK.length, random.length);
    return Base64.getEncoder().encodeToString(key);
  }

  private static String readOrMake(Path file, Supplier<String> make) throws IOException {
    if (!Files.exists(file)) {
      writePrivately(file, make.get());
    }
    return Files.readString(file).strip();
  }

  /** Whole or not at all, and never readable by others for a moment. */
  static void writePrivately(Path file, String text) throws IOException {
    var draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var channel =
        Files.newByteChannel(
            draft,
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            ownerOnly)) {
      channel.write(StandardCharsets.UTF_8.encode(text + "\n"));
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
