package vn.ansinh.imaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the worker gives up before it looks at a picture, and what its parent has taken from it
 * already. Says only what it has seen to be so.
 */
final class Confinement {

  private Confinement() {}

  /** Irrevocable. Never fails: what cannot be given up is missing from the answer. */
  static String seal() {
    var active = new ArrayList<String>();
    if (!System.getProperty("os.name", "").equals("Linux")) {
      return "nothing";
    }
    if (onlyLoopback()) {
      active.add("no-network");
    }
    if (isMemoryLimited()) {
      active.add("memory");
    }
    sacrificeFirst();
    if (SystemCalls.forbid()) {
      active.add("system-calls");
    }
    return active.isEmpty() ? "nothing" : String.join(" ", active);
  }

  private static boolean onlyLoopback() {
    return lines(Path.of("/proc/self/net/dev")).stream()
        .skip(2)
        .allMatch(it -> it.strip().startsWith("lo:"));
  }

  private static boolean isMemoryLimited() {
    return lines(Path.of("/proc/self/limits")).stream()
        .anyMatch(it -> it.startsWith("Max address space") && !it.contains("unlimited  "));
  }

  /** When memory runs out the kernel takes this process, never the web server or the database. */
  private static void sacrificeFirst() {
    try {
      Files.writeString(Path.of("/proc/self/oom_score_adj"), "1000");
    } catch (IOException e) {
      // Not everywhere; the limit of memory holds all the same.
      return;
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of();
    }
  }
}
