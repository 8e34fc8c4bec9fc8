package vn.ansinh.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.support.TestDatabase;

/**
 * The master key on a PKCS#11 token, which SoftHSM plays. Its driver reads its configuration from
 * the environment, so the node is a process of its own.
 */
class TokenTest {

  private static final List<String> DRIVERS =
      List.of(
          "/usr/lib/softhsm/libsofthsm2.so",
          "/usr/lib64/pkcs11/libsofthsm2.so",
          "/usr/local/lib/softhsm/libsofthsm2.so",
          "/opt/homebrew/lib/softhsm/libsofthsm2.so");

  @TempDir Path directory;

  private final String database = TestDatabase.installed();

  @Test
  void the_ring_is_wrapped_by_a_key_that_never_leaves_its_token() throws Exception {
    Files.createDirectory(directory.resolve("tokens"));
    Files.writeString(
        directory.resolve("softhsm2.conf"),
        "directories.tokendir = %s\nobjectstore.backend = file\nlog.level = ERROR\n"
            .formatted(directory.resolve("tokens")));
    var pin = directory.resolve("pin");
    Files.writeString(pin, "8642\n");
    Files.setPosixFilePermissions(pin, PosixFilePermissions.fromString("r--------"));
    run(
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        "t",
        "--pin",
        "8642",
        "--so-pin",
        "8642");

    var output =
        run(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            TokenNode.class.getName(),
            database,
            driver(),
            pin.toString());
    assertThat(output)
        .contains(
            "no key: The token has no AES key with the label ansinh",
            "made: true",
            "made again: false",
            "bytes: none",
            "wrapped by: pkcs11:ansinh",
            "opened: một",
            "after the change: một",
            "altered: refused");
  }

  static String driver() {
    return DRIVERS.stream()
        .filter(it -> Files.exists(Path.of(it)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("SoftHSM is missing: install softhsm2"));
  }

  private String run(String... command) throws IOException, InterruptedException {
    var output = Files.createTempFile(directory, "output", ".txt");
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder
        .environment()
        .putAll(Map.of("SOFTHSM2_CONF", directory.resolve("softhsm2.conf").toString()));
    var process = builder.start();
    assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
    var text = Files.readString(output);
    assertThat(process.exitValue()).as(text).isZero();
    return Stream.of(text.split("\n")).reduce("", (all, line) -> all + line + "\n");
  }
}
