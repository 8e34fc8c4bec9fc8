package vn.ansinh.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One process at a time works on a home. The operating system holds the lock, so it ends with the
 * process however that dies; a file with a process number would not.
 */
final class HomeLock implements AutoCloseable {

  private final FileChannel channel;
  private final Path owner;

  private HomeLock(FileChannel channel, Path owner) {
    this.channel = channel;
    this.owner = owner;
  }

  /**
   * @param purpose told to whoever is refused meanwhile
   */
  static HomeLock take(Home home, String purpose) {
    return tryTake(home, purpose).orElseThrow(() -> new Refusal(taken(home)));
  }

  static Optional<HomeLock> tryTake(Home home, String purpose) {
    try {
      var channel =
          FileChannel.open(
              home.directory().resolve("lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        return Optional.empty();
      }
      var owner = home.directory().resolve("owner");
      Files.writeString(owner, purpose + ", process " + ProcessHandle.current().pid());
      return Optional.of(new HomeLock(channel, owner));
    } catch (IOException e) {
      throw Home.unwritable(home.directory(), e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  private static String taken(Home home) {
    var by = owner(home);
    return home.directory()
        + " is in use"
        + (by == null ? "" : " by " + by)
        + ": stop that first, or set ANSINH_HOME to another directory";
  }

  private static @Nullable String owner(Home home) {
    try {
      return Files.readString(home.directory().resolve("owner")).strip();
    } catch (IOException _) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(owner);
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
