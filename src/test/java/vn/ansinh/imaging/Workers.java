package vn.ansinh.imaging;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import vn.ansinh.support.Fork;

/** Workers without the rest of the application. */
public final class Workers {

  static final Path LIBRARY = Fork.path("imaging");

  private Workers() {}

  public static Imaging started(int count, Duration timeout) {
    var imaging = new Imaging(settings(count, timeout, List.of()));
    imaging.start();
    return imaging;
  }

  static ImagingSettings settings(int count, Duration timeout, List<String> command) {
    return settings(count, timeout, ImagingSettings.Priority.NICE, command);
  }

  static ImagingSettings settings(
      int count, Duration timeout, ImagingSettings.Priority priority, List<String> command) {
    return new ImagingSettings(
        count,
        timeout,
        Duration.ofSeconds(60),
        Duration.ofMinutes(1),
        1536,
        true,
        LIBRARY,
        priority,
        command);
  }
}
