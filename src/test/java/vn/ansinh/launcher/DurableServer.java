package vn.ansinh.launcher;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A PostgreSQL of a test's own that may be killed and started again; durable as the one of bin/run,
 * which the shared one of the tests is not.
 */
public final class DurableServer implements AutoCloseable {

  public static final String OWNER = DataDirectory.OWNER;
  public static final String PASSWORD = "throw-away";

  private final PostgresServer server;
  private final DataDirectory data;
  private final int port;

  private DurableServer(PostgresServer server, DataDirectory data, int port) {
    this.server = server;
    this.data = data;
    this.port = port;
  }

  public static DurableServer startIn(Path directory) throws IOException {
    var home = Home.at(directory);
    var server = PostgresServer.in(home);
    server.initialize(PASSWORD);
    var started = new DurableServer(server, new DataDirectory(home.data()), freePort());
    started.start();
    return started;
  }

  public void start() {
    server.start(port);
  }

  /** As {@code kill -9}: nothing is written, nobody is told. */
  public void kill() {
    data.server().ifPresent(ProcessHandle::destroyForcibly);
  }

  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), OWNER, PASSWORD);
  }

  @Override
  public void close() {
    server.stop();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
