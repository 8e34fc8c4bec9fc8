package vn.ansinh.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The second place: a file that only grows, a line for each checkpoint, forced to disk; beside it
 * the public key. Callers take turns.
 */
record CheckpointCopy(Path directory) {

  static final String FILE = "checkpoints.txt";

  /** Longer than any line. */
  private static final int TAIL = 4_096;

  Path file() {
    return directory.resolve(FILE);
  }

  /** The last whole line. */
  Optional<Checkpoint> last() {
    try {
      if (!Files.exists(file())) {
        return Optional.empty();
      }
      var lines = tail().lines().toList();
      var whole = tail().endsWith("\n") ? lines : lines.subList(0, Math.max(0, lines.size() - 1));
      return whole.isEmpty() ? Optional.empty() : Optional.of(Checkpoint.parse(whole.getLast()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All on disk when this returns. A line that was cut off before is closed first. */
  void append(List<Checkpoint> checkpoints) {
    try {
      Files.createDirectories(directory);
      var text =
          new StringBuilder(
              Files.exists(file()) && !tail().isEmpty() && !tail().endsWith("\n") ? "\n" : "");
      checkpoints.forEach(it -> text.append(it.line()).append('\n'));
      write(file(), text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void publish(SigningKey key) {
    var file = directory.resolve("key-" + key.id() + ".pem");
    try {
      Files.createDirectories(directory);
      if (!Files.exists(file)) {
        write(file, key.openPem());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The public keys lying there. */
  List<Path> keys() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (var files = Files.list(directory)) {
      return files.filter(it -> it.getFileName().toString().matches("key-.*\\.pem")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) throws IOException {
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private String tail() throws IOException {
    try (var file = new RandomAccessFile(file().toFile(), "r")) {
      var from = Math.max(0, file.length() - TAIL);
      file.seek(from);
      var bytes = new byte[(int) (file.length() - from)];
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
