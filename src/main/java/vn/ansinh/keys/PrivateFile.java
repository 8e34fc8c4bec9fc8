package vn.ansinh.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Secrets in files that only their owner can read and nobody can write. */
final class PrivateFile {

  private static final Set<PosixFilePermission> MODE_0400 = Set.of(PosixFilePermission.OWNER_READ);

  private PrivateFile() {}

  /** One line: what is wrong and what to do. */
  static Optional<String> problem(String setting, Path file) {
    try {
      return Files.getPosixFilePermissions(file).equals(MODE_0400)
          ? Optional.empty()
          : Optional.of(setting + " names " + file + ", which is not of mode 0400: chmod 400 it");
    } catch (NoSuchFileException _) {
      return Optional.of(setting + " names " + file + ", which is not there");
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.of(setting + " names " + file + ", which cannot be read: " + e.getMessage());
    }
  }

  static String read(String setting, Path file) {
    problem(setting, file)
        .ifPresent(
            it -> {
              throw new KeysException(it);
            });
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new KeysException(setting + ": " + file + " cannot be read: " + e.getMessage());
    }
  }

  static byte[] readKey(String setting, Path file) {
    var bytes = decoded(read(setting, file));
    if (bytes == null || bytes.length != 32) {
      throw new KeysException(
          setting + ": " + file + " is not 32 bytes in base64: see bin/ansinh keys make");
    }
    return bytes;
  }

  /** Never readable by others for a moment; there is nothing to overwrite. */
  static void write(Path file, byte[] key) throws IOException {
    var ownerOnly = PosixFilePermissions.asFileAttribute(MODE_0400);
    var text = Base64.getEncoder().encodeToString(key) + "\n";
    try (var channel =
        Files.newByteChannel(
            file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      channel.write(StandardCharsets.US_ASCII.encode(text));
    }
  }

  private static byte @Nullable [] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
