package vn.ansinh.files;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.ansinh.imaging.Imaging;
import vn.ansinh.imaging.ImagingException;

/** Reads photos of papers on half of this node's image workers, so that drawing goes on. */
@Component
class PaperReadingThreads implements SmartLifecycle {

  private static final Duration STOPPING = Duration.ofSeconds(30);

  private final PaperReader reader;
  private final FilesSettings settings;
  private final int count;
  private final Shift shift;

  PaperReadingThreads(PaperReader reader, FilesSettings settings, Imaging imaging) {
    this.reader = reader;
    this.settings = settings;
    this.count = Math.max(1, imaging.processes() / 2);
    this.shift = new Shift("photos of papers cannot be read now", settings.retryAfter());
  }

  @Override
  public void start() {
    if (settings.reading() && shift.begin()) {
      shift.add("reading", count, this::read);
    }
  }

  private void read() {
    try {
      if (!reader.round()) {
        shift.pause(settings.poll().dividedBy(2));
      }
    } catch (ImagingException _) {
      // Said in the log by those who make pictures safe; reading can wait.
      shift.pause(settings.retryAfter());
    }
  }

  @Override
  public void stop() {
    shift.end(STOPPING, () -> {});
  }

  @Override
  public boolean isRunning() {
    return shift.isRunning();
  }

  @Override
  public int getPhase() {
    return Imaging.PHASE + 1;
  }
}
