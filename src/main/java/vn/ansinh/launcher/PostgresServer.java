package vn.ansinh.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Starts and stops the server on a {@link DataDirectory}. */
final class PostgresServer {

  private static final Duration WAITED_FOR_OLD_PROCESSES = Duration.ofSeconds(20);

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
          "log_statement=none",
          "log_min_duration_statement=-1",
          "log_parameter_max_length_on_error=0",
          "log_checkpoints=off");

  private final PostgresBinaries binaries;
  private final Unprivileged user;
  private final DataDirectory data;
  private final ServerLog log;

  private PostgresServer(
      PostgresBinaries binaries, Unprivileged user, DataDirectory data, ServerLog log) {
    this.binaries = binaries;
    this.user = user;
    this.data = data;
    this.log = log;
  }

  static PostgresServer in(Home home) throws IOException {
    Files.createDirectories(home.postgres());
    var user = Unprivileged.reaching(home.postgres());
    var binaries = PostgresBinaries.unpackedIn(home);
    return new PostgresServer(
        binaries, user, new DataDirectory(home.data()), new ServerLog(home.log("postgres.log")));
  }

  void initialize(String password) throws IOException {
    data.makeUnlessThere(binaries, user, password);
  }

  /**
   * Returns when the server accepts connections, however long recovery takes.
   *
   * <p>pg_ctl gives the server a session of its own, so that Ctrl-C in the terminal reaches the
   * application alone, which drains its requests before it stops the server.
   */
  void start(int port) {
    var deadline = System.nanoTime() + WAITED_FOR_OLD_PROCESSES.toNanos();
    while (true) {
      log.prepare(user);
      var position = log.size();
      var started = user.run(startCommand(port));
      if (started.ok()) {
        return;
      }
      var reason = log.failureSince(position).orElseGet(started::lastLine);
      // After kill -9 of the server its old processes need a moment to notice and leave.
      var busy = reason.contains("shared memory block") || reason.contains("lock file");
      if (!busy || System.nanoTime() > deadline) {
        throw new Refusal("The database did not start: " + reason + " (see " + log.path() + ")");
      }
      pause();
    }
  }

  private List<String> startCommand(int port) {
    var options = new StringBuilder("-c port=" + port);
    SETTINGS.forEach(setting -> options.append(" -c ").append(setting));
    return List.of(
        binaries.program("pg_ctl"),
        "--pgdata=" + data.path(),
        "--log=" + log.path(),
        "--wait",
        "--timeout=3600",
        "--options=" + options,
        "start");
  }

  /** Rolls back what is open and writes everything to disk. */
  void stop() {
    if (data.server().isEmpty()) {
      return;
    }
    var stopped = user.run(stopCommand("fast"));
    if (!stopped.ok() && data.server().isPresent()) {
      user.run(stopCommand("immediate"));
    }
  }

  private List<String> stopCommand(String how) {
    return List.of(
        binaries.program("pg_ctl"),
        "--pgdata=" + data.path(),
        "--mode=" + how,
        "--wait",
        "--timeout=120",
        "stop");
  }

  /** Ends a server that outlived the process which started it (kill -9 of the application). */
  void stopOrphan() throws IOException {
    if (data.server().isPresent()) {
      stop();
    } else {
      // Of a dead server; left there, it would make PostgreSQL refuse if its number lives again.
      Files.deleteIfExists(data.processFile());
    }
  }

  CompletableFuture<ProcessHandle> whenEnded() {
    return data.server().map(ProcessHandle::onExit).orElseGet(CompletableFuture::new);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the database starts", e);
    }
  }
}
