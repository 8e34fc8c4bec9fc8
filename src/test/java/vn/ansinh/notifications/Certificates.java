package vn.ansinh.notifications;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A key and a certificate for {@code localhost}, made for one test run. */
final class Certificates {

  static final String PASSWORD = "changeit";

  private static @Nullable Path greenMail;

  private Certificates() {}

  /** The one GreenMail shows: it reads it once, when its first server with TLS starts. */
  static synchronized Path ofGreenMail() throws IOException, InterruptedException {
    if (greenMail == null) {
      greenMail = localhost();
      System.setProperty("greenmail.tls.keystore.file", greenMail.toString());
      System.setProperty("greenmail.tls.keystore.password", PASSWORD);
      System.setProperty("greenmail.tls.key.password", PASSWORD);
    }
    return greenMail;
  }

  static Path localhost() throws IOException, InterruptedException {
    var store = Files.createTempDirectory("certificate").resolve("localhost.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "localhost",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    if (made.waitFor() != 0) {
      throw new IOException(new String(made.getInputStream().readAllBytes()));
    }
    return store;
  }
}
