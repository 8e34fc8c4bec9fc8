package vn.ansinh.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** The files of one PostgreSQL: made once, whole or not at all, of one major version for good. */
record DataDirectory(Path path) {

  /** The superuser. The application has a role of its own. */
  static final String OWNER = "postgres";

  void makeUnlessThere(PostgresBinaries binaries, Unprivileged user, String password)
      throws IOException {
    if (Files.isDirectory(path)) {
      requireSameMajor();
      user.own(path);
      return;
    }
    var draft = path.resolveSibling("data.new");
    var passwordFile = path.resolveSibling("initial-password");
    Trees.delete(draft);
    Files.createDirectory(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    SecretFile.writePrivately(passwordFile, password);
    try {
      user.own(draft);
      user.own(passwordFile);
      var made = user.run(initdb(binaries, draft, passwordFile));
      if (!made.ok()) {
        throw new Refusal("The database could not be made: " + made.lastLine());
      }
      Files.move(draft, path);
    } finally {
      Files.deleteIfExists(passwordFile);
    }
  }

  private static List<String> initdb(PostgresBinaries binaries, Path draft, Path passwordFile) {
    return List.of(
        binaries.program("initdb"),
        "--pgdata=" + draft,
        "--username=" + OWNER,
        "--pwfile=" + passwordFile,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--data-checksums");
  }

  private void requireSameMajor() throws IOException {
    var version = path.resolve("PG_VERSION");
    var major = Files.exists(version) ? Files.readString(version).strip() : "an unknown version";
    if (!major.equals(PostgresBinaries.MAJOR)) {
      throw new Refusal(
          path
              + " was written by PostgreSQL "
              + major
              + ", this program brings "
              + PostgresBinaries.MAJOR
              + ": nothing was changed; move the directory away, or start with --reset");
    }
  }

  /**
   * The server running on it. Another process that has got the number of a dead server is not taken
   * for it; one started by an older build is.
   */
  Optional<ProcessHandle> server() {
    try {
      var number = Files.readAllLines(processFile()).getFirst().strip();
      return ProcessHandle.of(Long.parseLong(number))
          .filter(ProcessHandle::isAlive)
          .filter(this::isOurs);
    } catch (IOException | RuntimeException _) {
      return Optional.empty();
    }
  }

  private boolean isOurs(ProcessHandle process) {
    var home = path.getParent();
    return process.info().command().filter(it -> Path.of(it).startsWith(home)).isPresent();
  }

  Path processFile() {
    return path.resolve("postmaster.pid");
  }
}
