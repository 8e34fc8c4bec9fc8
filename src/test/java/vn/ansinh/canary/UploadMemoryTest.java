package vn.ansinh.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.files.HostilePictures;
import vn.ansinh.support.PlainBrowser;

/** Goal S7: what hostile uploads take of the web process's memory, as the system counts it. */
class UploadMemoryTest {

  private static final int ATTACKERS = 4;
  private static final int MOST_WARMING = 5;
  private static final int ROUNDS = 2;
  private static final long MOST_KILOBYTES = 64 * 1024;

  @TempDir Path directory;

  @Test
  void the_web_process_grows_by_no_more_than_64_mb_under_hostile_uploads() throws Exception {
    try (var at = Installation.onSharedServer(directory)) {
      at.startWithWholeHeap();
      var corpus = HostilePictures.all().toList();
      long before = warm(at, corpus);
      for (int i = 0; i < ROUNDS; i++) {
        attack(at, corpus);
      }
      assertThat(at.residentKilobytes() - before).isLessThanOrEqualTo(MOST_KILOBYTES);
      assertThat(at.browser().get("/registration").statusCode()).isEqualTo(200);
    }
  }

  /** Until it hardly takes more than the time before; what it takes then. */
  private static long warm(Installation at, List<byte[]> corpus) throws Exception {
    long taken = at.residentKilobytes();
    for (int i = 0; i < MOST_WARMING; i++) {
      attack(at, corpus);
      long before = taken;
      taken = at.residentKilobytes();
      if (taken - before <= MOST_KILOBYTES / 8) {
        break;
      }
    }
    return taken;
  }

  /**
   * Each sends everything there is, all at the same time; each file is answered, whatever it is.
   */
  private static void attack(Installation at, List<byte[]> corpus) throws Exception {
    Callable<List<Integer>> attacker =
        () -> {
          var browser = at.browser();
          browser.get("/registration");
          browser.post("/registration", Map.of());
          browser.get("/registration/photos");
          return corpus.stream().map(it -> send(browser, it)).toList();
        };
    try (var pool = Executors.newFixedThreadPool(ATTACKERS)) {
      for (var answers :
          pool.invokeAll(IntStream.range(0, ATTACKERS).mapToObj(_ -> attacker).toList())) {
        assertThat(answers.get()).allMatch(it -> it == 303 || it == 422 || it == 503);
      }
    }
  }

  private static int send(PlainBrowser browser, byte[] picture) {
    return browser.upload("/registration/photos/PORTRAIT", "photo", "a.jpg", picture).statusCode();
  }
}
