package vn.ansinh.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs other programs and waits for their end. */
final class Programs {

  /**
   * @param output both streams together
   */
  record Result(int exit, String output) {
    boolean ok() {
      return exit == 0;
    }

    String lastLine() {
      return output.lines().reduce((_, last) -> last).orElse("no message");
    }
  }

  private Programs() {}

  /** Never fails: a program that cannot be started is one that ended badly. */
  static Result run(List<String> command) {
    try {
      var builder = new ProcessBuilder(command).directory(Path.of("/").toFile());
      builder
          .redirectErrorStream(true)
          .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      // Messages of initdb and pg_ctl are read by us: English, whatever the terminal speaks.
      builder.environment().put("LC_ALL", "C");
      var process = builder.start();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), output.strip());
    } catch (IOException e) {
      return new Result(127, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + command.getFirst(), e);
    }
  }
}
