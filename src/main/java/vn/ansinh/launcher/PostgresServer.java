package vn.ansinh.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The server's programs applied to one data directory: initdb, pg_ctl start and stop. */
final class PostgresServer {

  /** The superuser. The application has a role of its own. */
  static final String OWNER = "postgres";

  private static final Duration WAITED_FOR_OLD_BACKENDS = Duration.ofSeconds(20);

  private static final long LOG_SIZE = 10_000_000;

  /** Last word over whatever a configuration file says. Server logs carry no values of rows. */
  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "fsync=on",
          "full_page_writes=on",
          "synchronous_commit=on",
          "password_encryption=scram-sha-256",
          "max_connections=100",
          "max_wal_size=2GB",
          "timezone=UTC",
          "log_timezone=UTC",
          "log_error_verbosity=terse",
          "log_min_error_statement=panic",
          "log_checkpoints=off");

  private final PostgresBinaries binaries;
  private final Unprivileged user;
  private final Path data;
  private final Path log;

  private PostgresServer(PostgresBinaries binaries, Unprivileged user, Path data, Path log) {
    this.binaries = binaries;
    this.user = user;
    this.data = data;
    this.log = log;
  }

  static PostgresServer in(Home home) throws IOException {
    var user = Unprivileged.reaching(home.postgres());
    var binaries = PostgresBinaries.unpackedIn(home);
    return new PostgresServer(binaries, user, home.data(), home.log("postgres.log"));
  }

  /** Makes the data directory unless it is there; all of it or none. */
  void initialize(String password) throws IOException {
    if (Files.isDirectory(data)) {
      requireSameMajor();
      user.own(data);
      return;
    }
    var draft = data.resolveSibling("data.new");
    var passwordFile = data.resolveSibling("initial-password");
    Trees.delete(draft);
    Files.createDirectory(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    SecretFile.writePrivately(passwordFile, password);
    try {
      user.own(draft);
      user.own(passwordFile);
      var made = user.run(initdb(draft, passwordFile));
      if (!made.ok()) {
        throw new Refusal("The database could not be made: " + lastLine(made.output()));
      }
      Files.move(draft, data);
    } finally {
      Files.deleteIfExists(passwordFile);
    }
  }

  private List<String> initdb(Path draft, Path passwordFile) {
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
    var version = data.resolve("PG_VERSION");
    var major = Files.exists(version) ? Files.readString(version).strip() : "an unknown version";
    if (!major.equals(PostgresBinaries.MAJOR)) {
      throw new Refusal(
          data
              + " was written by PostgreSQL "
              + major
              + ", this program brings "
              + PostgresBinaries.MAJOR
              + ": nothing was changed; move the directory away, or start with --reset");
    }
  }

  /**
   * Returns when the server accepts connections, however long recovery takes.
   *
   * <p>pg_ctl gives the server a session of its own, so that Ctrl-C in the terminal reaches the
   * application alone, which drains its requests before it stops the server.
   */
  void start(int port) {
    var deadline = System.nanoTime() + WAITED_FOR_OLD_BACKENDS.toNanos();
    while (true) {
      prepareLog();
      var before = size(log);
      var started = user.run(startCommand(port));
      if (started.ok()) {
        return;
      }
      var reason = failure(before).orElse(lastLine(started.output()));
      // After kill -9 of the server its old processes need a moment to notice and leave.
      var busy = reason.contains("shared memory block") || reason.contains("lock file");
      if (!busy || System.nanoTime() > deadline) {
        throw new Refusal("The database did not start: " + reason + " (see " + log + ")");
      }
      pause();
    }
  }

  private void prepareLog() {
    try {
      if (size(log) > LOG_SIZE) {
        Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
      }
      if (!Files.exists(log)) {
        Files.createFile(
            log,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      user.own(log);
    } catch (IOException e) {
      throw new Refusal("Cannot write " + log + ": " + e.getMessage(), e);
    }
  }

  private List<String> startCommand(int port) {
    var options = new StringBuilder("-c port=" + port);
    SETTINGS.forEach(setting -> options.append(" -c ").append(setting));
    return List.of(
        binaries.program("pg_ctl"),
        "--pgdata=" + data,
        "--log=" + log,
        "--wait",
        "--timeout=3600",
        "--options=" + options,
        "start");
  }

  /** Rolls back what is open and writes everything to disk. */
  void stop() {
    if (process().isEmpty()) {
      return;
    }
    var stopped = user.run(stopCommand("fast"));
    if (!stopped.ok() && process().isPresent()) {
      user.run(stopCommand("immediate"));
    }
  }

  private List<String> stopCommand(String how) {
    return List.of(
        binaries.program("pg_ctl"),
        "--pgdata=" + data,
        "--mode=" + how,
        "--wait",
        "--timeout=120",
        "stop");
  }

  /**
   * A server that outlived the process which started it (kill -9 of the application). Whoever else
   * may have got its process number since is left alone.
   */
  void stopOrphan() throws IOException {
    if (process().isPresent()) {
      stop();
    } else {
      Files.deleteIfExists(data.resolve("postmaster.pid"));
    }
  }

  /** The running server on this data directory. */
  Optional<Long> process() {
    try {
      var lines = Files.readAllLines(data.resolve("postmaster.pid"));
      var pid = Long.parseLong(lines.getFirst().strip());
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(this::isOurs)
          .map(ProcessHandle::pid);
    } catch (IOException | RuntimeException _) {
      return Optional.empty();
    }
  }

  /** Also when an older build unpacked the program it runs. */
  private boolean isOurs(ProcessHandle handle) {
    var home = data.getParent();
    return handle.info().command().filter(it -> Path.of(it).startsWith(home)).isPresent();
  }

  CompletableFuture<ProcessHandle> whenEnded() {
    return process()
        .flatMap(ProcessHandle::of)
        .map(ProcessHandle::onExit)
        .orElseGet(() -> new CompletableFuture<>());
  }

  private Optional<String> failure(long from) {
    try {
      var text = Files.readAllBytes(log);
      var news = new String(text, (int) from, text.length - (int) from, StandardCharsets.UTF_8);
      return news.lines()
          .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
          .map(line -> line.replaceFirst("^.*?(FATAL|PANIC):\\s*", ""))
          .reduce((_, last) -> last);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException _) {
      return 0;
    }
  }

  private static String lastLine(String text) {
    return text.lines().reduce((_, last) -> last).orElse("no message");
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
