package vn.ansinh.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a {@link CheckpointCopy} beside the database, a line at a time. */
final class CopiedLines implements AutoCloseable {

  private final @Nullable BufferedReader reader;
  private @Nullable String next;

  CopiedLines(@Nullable Path file) {
    try {
      reader = file == null ? null : Files.newBufferedReader(file);
      advance();
    } catch (IOException e) {
      throw new AuditException("Cannot read the copied checkpoints " + file, e);
    }
  }

  /** Passes over what an earlier check covered. */
  void skipThrough(long number) {
    while (next != null && Checkpoint.parse(next).number() <= number) {
      advance();
    }
  }

  /** What is wrong with the copy of this checkpoint, or nothing. */
  @Nullable String compare(Checkpoint stored) {
    while (next != null && isCutOff(next, stored)) {
      advance();
    }
    if (next == null) {
      return null;
    }
    var copied = Checkpoint.parse(next);
    if (copied.number() > stored.number()) {
      return null;
    }
    if (!next.equals(stored.line())) {
      return copied.number() == stored.number()
          ? "Checkpoint "
              + stored.number()
              + " in the database is not the one that was copied at "
              + copied.sealedAt()
          : "The copied checkpoints do not go upwards at " + copied.number();
    }
    advance();
    return null;
  }

  /** A checkpoint that was copied and stands behind everything the database has. */
  @Nullable Checkpoint rest() {
    return next == null ? null : Checkpoint.parse(next);
  }

  /** The writer was stopped in the middle of a line; the whole line follows. */
  private static boolean isCutOff(String line, Checkpoint stored) {
    var whole = stored.line();
    return line.isBlank() || (line.length() < whole.length() && whole.startsWith(line));
  }

  private void advance() {
    try {
      next = reader == null ? null : reader.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (reader != null) {
      try {
        reader.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
