package vn.ansinh.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** What the database server writes, and why it last refused to start. */
record ServerLog(Path path) {

  private static final long LARGEST = 10_000_000;

  /** Readable by its owner only; the one before is kept. */
  void prepare(Unprivileged user) {
    try {
      if (size() > LARGEST) {
        var before = path.resolveSibling(path.getFileName() + ".1");
        Files.move(path, before, StandardCopyOption.REPLACE_EXISTING);
      }
      if (!Files.exists(path)) {
        var ownerOnly = PosixFilePermissions.fromString("rw-------");
        Files.createFile(path, PosixFilePermissions.asFileAttribute(ownerOnly));
      }
      user.own(path);
    } catch (IOException e) {
      throw new Refusal("Cannot write " + path + ": " + e.getMessage(), e);
    }
  }

  long size() {
    try {
      return Files.exists(path) ? Files.size(path) : 0;
    } catch (IOException _) {
      return 0;
    }
  }

  /** The last thing the server could not get over, among what it wrote since. */
  Optional<String> failureSince(long position) {
    try {
      var all = Files.readAllBytes(path);
      var from = (int) Math.min(position, all.length);
      return new String(all, from, all.length - from, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
          .map(line -> line.replaceFirst("^.*?(FATAL|PANIC):\\s*", ""))
          .reduce((_, last) -> last);
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
