package vn.ansinh.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Really full file systems: a program of its own mounts a small one in a name space of its own,
 * fills it, and looks at what happens to uploads then and when there is room again.
 */
class FullDiskTest {

  @TempDir Path directory;

  @Test
  void what_finds_no_room_leaves_nothing_half_and_everything_goes_on_when_there_is_room()
      throws Exception {
    assumeThat(mayMount()).as("name spaces of one's own").isTrue();
    var log = directory.resolve("log");
    var disk = Files.createDirectory(directory.resolve("disk"));
    var process =
        new ProcessBuilder(
                "unshare",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                "mount -t tmpfs -o size=3m,mode=0777 tmpfs \"$1\" && shift && exec \"$@\"",
                "sh",
                disk.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "vn.ansinh.files.FullDisk",
                disk.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(Files.readString(log)).contains("PICTURES WELL\n", "DATABASE WELL\n");
  }

  private static boolean mayMount() throws IOException, InterruptedException {
    if (!new File("/usr/bin/unshare").canExecute()) {
      return false;
    }
    return new ProcessBuilder("unshare", "--map-root-user", "--mount", "true").start().waitFor()
        == 0;
  }
}
