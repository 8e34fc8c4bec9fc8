package vn.ansinh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What every measurement needs: a stopwatch, a median, a row of a table. */
public final class Measure {

  /** Work whose time is taken. */
  public interface Work {
    void run() throws Exception;
  }

  private Measure() {}

  public static double seconds(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  public static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** Median with spread, and what that is per second. */
  public static String table(String name, long items, List<Double> seconds) {
    double median = median(seconds);
    return String.format(
        Locale.ROOT,
        "%-32s median %7.2f s  (%.2f to %.2f, %d runs)  %,9.0f/s",
        name,
        median,
        Collections.min(seconds),
        Collections.max(seconds),
        seconds.size(),
        items / median);
  }

  public static int option(String[] arguments, String name, int otherwise) {
    for (int i = 0; i + 1 < arguments.length; i++) {
      if (arguments[i].equals(name)) {
        return Integer.parseInt(arguments[i + 1]);
      }
    }
    return otherwise;
  }

  /** As the kernel counts it, the database not included. */
  static String peakMemory() throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "unknown";
    }
    return Files.readAllLines(status).stream()
        .filter(it -> it.startsWith("VmHWM:"))
        .map(it -> it.substring("VmHWM:".length()).strip())
        .findFirst()
        .orElse("unknown");
  }

  static void delete(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
