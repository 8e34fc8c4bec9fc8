package vn.ansinh.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Back to the first day: deletes what this checkout keeps under {@code var/}, and nothing else. */
final class Reset {

  /** The lock held meanwhile with its owner's name, and the built program. */
  private static final Set<String> KEPT = Set.of("lock", "owner", "app");

  private Reset() {}

  /** The caller holds the lock. */
  static void run(Home home) {
    if (System.getenv("ANSINH_HOME") != null) {
      throw new Refusal(
          "--reset only deletes var/ of this checkout; ANSINH_HOME names "
              + home.directory()
              + ", which is left as it is");
    }
    confirm(home);
    try {
      if (Files.exists(home.data())) {
        PostgresServer.in(home).stopOrphan();
      }
      for (var entry : entries(home)) {
        if (!KEPT.contains(entry.getFileName().toString())) {
          Trees.delete(entry);
        }
      }
      Home.at(home.directory());
    } catch (IOException e) {
      throw new Refusal("Not everything could be deleted: " + e.getMessage(), e);
    }
    System.out.println("Deleted all data in " + home.directory());
  }

  private static List<Path> entries(Home home) throws IOException {
    try (var entries = Files.list(home.directory())) {
      return entries.toList();
    }
  }

  private static void confirm(Home home) {
    var console = System.console();
    if (console == null || !console.isTerminal() || !Files.exists(home.data())) {
      return;
    }
    var answer = console.readLine("Delete all data in %s? [y/N] ", home.directory());
    if (answer == null || !answer.strip().equalsIgnoreCase("y")) {
      throw new Refusal("Nothing was deleted");
    }
  }
}
