package vn.ansinh.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * PostgreSQL under {@code postgres/} of a {@link Home}: made on first start, on loopback only, kept
 * durable, brought back when it dies. The caller holds the {@link HomeLock}.
 */
final class EmbeddedDatabase implements AutoCloseable {

  private static final String DATABASE = "ansinh";

  /** Of the tables; migrations run as it. */
  private static final String OWNER = "ansinh";

  private static final String APPLICATION = "ansinh_app";

  private final Home home;
  private final PostgresServer server;
  private final int port;
  private boolean closing;

  private EmbeddedDatabase(Home home, PostgresServer server, int port) {
    this.home = home;
    this.server = server;
    this.port = port;
  }

  /** Ready for connections and seen to be durable when this returns. */
  static EmbeddedDatabase start(Home home) {
    try {
      var server = PostgresServer.in(home);
      server.stopOrphan();
      server.initialize(SecretFile.password(home, "database-owner"));
      var port = freePort(portFile(home));
      server.start(port);
      Files.writeString(portFile(home), Integer.toString(port));
      var database = new EmbeddedDatabase(home, server, port);
      database.prepare();
      database.guard();
      return database;
    } catch (IOException | SQLException e) {
      throw new Refusal("The database did not start: " + e.getMessage(), e);
    }
  }

  /** Of the server that another process runs on this home. */
  static DatabaseAccess accessOfRunning(Home home) {
    try {
      return access(home, Integer.parseInt(Files.readString(portFile(home)).strip()));
    } catch (IOException | NumberFormatException e) {
      throw new Refusal(home.directory() + " is in use, but its database is not up yet", e);
    }
  }

  DatabaseAccess access() {
    try {
      return access(home, port);
    } catch (IOException e) {
      throw new Refusal("Cannot read the database's password: " + e.getMessage(), e);
    }
  }

  private static DatabaseAccess access(Home home, int port) throws IOException {
    return new DatabaseAccess(
        DatabaseAddress.onLoopback(port, DATABASE, OWNER, SecretFile.password(home, "database")),
        DatabaseAddress.onLoopback(
            port, DATABASE, APPLICATION, SecretFile.password(home, "database-application")));
  }

  /** The same port as last time where it is free, so that notes and bookmarks stay right. */
  private static int freePort(Path file) throws IOException {
    var last = Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
    try (var socket = new ServerSocket(last, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException _) {
      try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
        return socket.getLocalPort();
      }
    }
  }

  private static Path portFile(Home home) {
    return home.postgres().resolve("port");
  }

  /** The two roles and the database; the owner of the server is for this class alone. */
  private void prepare() throws SQLException, IOException {
    var server = SecretFile.password(home, "database-owner");
    try (var connection =
            DatabaseAddress.onLoopback(port, "postgres", DataDirectory.OWNER, server).connect();
        var statement = connection.createStatement()) {
      Durability.require(connection);
      for (var role : List.of(access().owner(), access().application())) {
        if (!exists(statement, "select 1 from pg_roles where rolname = '" + role.user() + "'")) {
          // The password is ours: letters, digits, - and _ only.
          statement.execute(
              "create role " + role.user() + " login password '" + role.password() + "'");
        }
      }
      if (!exists(statement, "select 1 from pg_database where datname = 'ansinh'")) {
        statement.execute("create database ansinh owner ansinh");
      }
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private void guard() {
    server.whenEnded().thenRunAsync(this::startAgain);
  }

  /** The server ended without having been asked to: killed, or out of memory. */
  private synchronized void startAgain() {
    if (closing) {
      return;
    }
    System.err.println("AnSinh: the database ended unexpectedly; starting it again");
    try {
      server.start(port);
      System.err.println("AnSinh: the database is back");
      guard();
    } catch (Refusal e) {
      System.err.println("AnSinh: " + e.getMessage());
    }
  }

  /** Cuts off what is under way and returns when everything is on disk. */
  @Override
  public synchronized void close() {
    if (!closing) {
      closing = true;
      server.stop();
    }
  }
}
