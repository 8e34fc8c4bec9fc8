package vn.ansinh.files;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Waits for what other processes do with a picture. */
public final class SafePictures {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private SafePictures() {}

  /** The picture, once it is safe. */
  public static Picture await(Files files, FileId id) {
    if (settled(files, id) instanceof Safety.Safe) {
      return files.open(id).orElseThrow();
    }
    throw new AssertionError("picture " + id.value() + " is refused");
  }

  /** Safe or not, but decided. */
  public static Safety settled(Files files, FileId id) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      var safety = files.safety(List.of(id)).get(id);
      if (safety == null) {
        throw new AssertionError("picture " + id.value() + " is gone");
      }
      if (!(safety instanceof Safety.Waiting)) {
        return safety;
      }
      pause();
    }
    throw new AssertionError("picture " + id.value() + " is still waiting");
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
