package vn.ansinh.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;

/**
 * Turns what stops the application at start-up into one line for the operator. The whole story goes
 * to {@code var/log/start-failure.log}, or to the log where there is no {@code var/}.
 */
final class StartFailures implements SpringBootExceptionReporter {

  @Override
  public boolean reportException(Throwable failure) {
    var lines = explain(failure);
    var home = System.getProperty("ansinh.home");
    if (lines.isPresent()) {
      lines.get().forEach(line -> System.err.println("AnSinh: " + line));
      keep(failure, home);
      return true;
    }
    if (home == null) {
      System.err.println("AnSinh: " + firstLine(rootMessage(failure)) + " (see the log)");
      keep(failure, null);
      return true;
    }
    System.err.println("AnSinh: " + describe(failure, startLog(home)));
    return true;
  }

  /** One line, with the rest in the file. */
  static String describe(Throwable failure, Path file) {
    write(failure, file);
    var root = NestedExceptionUtils.getMostSpecificCause(failure);
    var message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    return firstLine(message) + " (see " + file + ")";
  }

  static Optional<List<String>> explain(Throwable failure) {
    for (var cause : chain(failure)) {
      if (cause instanceof Refusal refusal) {
        return Optional.of(refusal.lines());
      }
      if (cause instanceof FlywayMigrateException migration) {
        return one(broken(migration));
      }
      if (cause instanceof FlywayValidateException validation) {
        return one("The database does not fit this program: " + rootMessage(validation));
      }
      if (cause instanceof PortInUseException taken) {
        return one("Port " + taken.getPort() + " is taken: choose another with --port");
      }
      if (cause instanceof BindException setting) {
        return one("Setting " + setting.getName() + " is wrong: " + rootMessage(setting));
      }
    }
    return chain(failure).stream()
        .filter(SQLException.class::isInstance)
        .reduce((_, last) -> last)
        .map(
            it ->
                List.of(
                    "The database cannot be used: " + oneLine(String.valueOf(it.getMessage()))));
  }

  private static String broken(FlywayMigrateException failure) {
    var migration = failure.getMigration();
    return "Migration "
        + (migration == null ? "" : migration.getScript())
        + " failed and was rolled back: "
        + rootMessage(failure);
  }

  private static Optional<List<String>> one(String line) {
    return Optional.of(List.of(line));
  }

  private static List<Throwable> chain(Throwable failure) {
    var chain = new ArrayList<Throwable>();
    for (Throwable cause = failure;
        cause != null && !chain.contains(cause);
        cause = cause.getCause()) {
      chain.add(cause);
    }
    return chain;
  }

  private static String rootMessage(Throwable failure) {
    return oneLine(String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage()));
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  private static String firstLine(String message) {
    return message.strip().lines().findFirst().orElse("no message");
  }

  private static void keep(Throwable failure, @Nullable String home) {
    if (chain(failure).stream().anyMatch(Refusal.class::isInstance)) {
      return;
    }
    if (home == null) {
      LoggerFactory.getLogger(StartFailures.class).error("The start failed", failure);
    } else {
      write(failure, startLog(home));
    }
  }

  private static Path startLog(String home) {
    return Path.of(home, "log", "start-failure.log");
  }

  private static void write(Throwable failure, Path file) {
    try (var writer =
        new PrintWriter(
            Files.newBufferedWriter(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING))) {
      failure.printStackTrace(writer);
    } catch (IOException e) {
      System.err.println("AnSinh: cannot write " + file + ": " + e.getMessage());
    }
  }
}
