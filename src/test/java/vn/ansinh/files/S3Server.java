package vn.ansinh.files;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real S3 server as a process of its own, on a free port, gone when closed. */
final class S3Server implements AutoCloseable {

  static final String BUCKET = "pictures";

  private static final Path PROGRAM = Path.of("target/s3/s3-server.jar");

  private final Process process;
  private final int port;

  private S3Server(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static S3Server start(Path directory) throws IOException {
    return start(directory, freePort());
  }

  /** What another one has kept in the directory is there again. */
  static S3Server start(Path directory, int port) throws IOException {
    var log = directory.resolve("s3.log");
    Files.createDirectories(directory.resolve("s3"));
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                PROGRAM.toAbsolutePath().toString(),
                "--com.adobe.testing.s3mock.httpPort=" + port,
                "--server.port=0",
                "--com.adobe.testing.s3mock.store.root=" + directory.resolve("s3"),
                "--com.adobe.testing.s3mock.store.retain-files-on-exit=true",
                "--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    var server = new S3Server(process, port);
    for (int i = 0; i < 1200 && !server.answers(); i++) {
      if (!process.isAlive()) {
        throw new IllegalStateException(Files.readString(log));
      }
      process.onExit().completeOnTimeout(process, 100, TimeUnit.MILLISECONDS).join();
    }
    return server;
  }

  S3Settings settings() {
    return settings("");
  }

  S3Settings settings(String prefix) {
    return new S3Settings(
        BUCKET,
        "http://localhost:" + port,
        "us-east-1",
        prefix,
        true,
        "test",
        "test",
        java.time.Duration.ofSeconds(2),
        java.time.Duration.ofSeconds(10));
  }

  int port() {
    return port;
  }

  String address() {
    return "http://localhost:" + port;
  }

  private boolean answers() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("localhost", port), 200);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
