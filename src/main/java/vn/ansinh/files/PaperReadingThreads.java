package vn.ansinh.files;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.ansinh.imaging.Imaging;
import vn.ansinh.imaging.ImagingException;

/** Reads photos of papers on half of this node's image workers, so that drawing goes on. */
@Component
class PaperReadingThreads implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(PaperReadingThreads.class);

  private static final Duration STOPPING = Duration.ofSeconds(30);

  private final PaperReader reader;
  private final FilesSettings settings;
  private final int count;
  private List<Thread> threads = List.of();
  private volatile CountDownLatch stopping = new CountDownLatch(0);

  PaperReadingThreads(PaperReader reader, FilesSettings settings, Imaging imaging) {
    this.reader = reader;
    this.settings = settings;
    this.count = Math.max(1, imaging.processes() / 2);
  }

  @Override
  public synchronized void start() {
    if (!settings.reading() || isRunning()) {
      return;
    }
    stopping = new CountDownLatch(1);
    threads =
        IntStream.range(0, count)
            .mapToObj(it -> Thread.ofVirtual().name("reading-" + it).start(this::work))
            .toList();
  }

  private void work() {
    @Nullable String problem = null;
    while (isRunning()) {
      try {
        if (!reader.round()) {
          pause(settings.poll().dividedBy(2));
        }
        problem = null;
      } catch (ImagingException e) {
        // Said in the log by those who make pictures safe; reading can wait.
        pause(settings.retryAfter());
      } catch (RuntimeException e) {
        // Once for each new reason: what is out of reach stays so for a while.
        if (isRunning() && !e.toString().equals(problem)) {
          LOG.error("photos of papers cannot be read now", e);
          problem = e.toString();
        }
        pause(settings.retryAfter());
      }
    }
  }

  /** Until it is time to stop, at most so long. */
  private void pause(Duration duration) {
    try {
      var _ = stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void stop() {
    // Not by interrupting: that would close connections and files under way.
    stopping.countDown();
    for (var thread : threads) {
      try {
        thread.join(STOPPING);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    threads = List.of();
  }

  @Override
  public boolean isRunning() {
    return stopping.getCount() > 0;
  }

  @Override
  public int getPhase() {
    return Imaging.PHASE + 1;
  }
}
