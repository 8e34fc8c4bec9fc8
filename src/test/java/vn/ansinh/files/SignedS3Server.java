package vn.ansinh.files;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A real S3 server that checks every signature, as a process of its own, gone when closed. */
final class SignedS3Server implements AutoCloseable {

  static final String SECRET = "the-right-secret";

  private static final Path PROGRAM = Path.of("target/signed-s3");
  private static final String BUCKET = "pictures";
  private static final String KEY = "node";

  private final Process process;
  private final int port;

  private SignedS3Server(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static SignedS3Server start(Path directory) throws IOException {
    int port = S3Server.freePort();
    Files.createDirectories(directory.resolve("signed").resolve(BUCKET));
    var settings =
        Files.writeString(
            directory.resolve("signed-s3.conf"),
            """
            s3proxy.endpoint=http://localhost:%d
            s3proxy.authorization=aws-v4
            s3proxy.identity=%s
            s3proxy.credential=%s
            s3proxy.ignore-unknown-headers=true
            jclouds.provider=filesystem-nio2
            jclouds.filesystem.basedir=%s
            jclouds.identity=unused
            jclouds.credential=unused
            """
                .formatted(port, KEY, SECRET, directory.resolve("signed")));
    Files.writeString(directory.resolve("logback.xml"), "<configuration/>");
    var log = directory.resolve("signed-s3.log");
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx100m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                directory + ":" + PROGRAM.toAbsolutePath() + "/*",
                "org.gaul.s3proxy.Main",
                "--properties",
                settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    var server = new SignedS3Server(process, port);
    for (int i = 0; i < 600 && !server.answers(); i++) {
      if (!process.isAlive()) {
        throw new IllegalStateException(Files.readString(log));
      }
      process.onExit().completeOnTimeout(process, 100, TimeUnit.MILLISECONDS).join();
    }
    return server;
  }

  S3Settings settings(String secret) {
    return new S3Settings(
        BUCKET,
        "http://localhost:" + port,
        "us-east-1",
        "",
        true,
        KEY,
        secret,
        Duration.ofSeconds(2),
        Duration.ofSeconds(10));
  }

  private boolean answers() {
    try (var _ = new Socket("localhost", port)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
