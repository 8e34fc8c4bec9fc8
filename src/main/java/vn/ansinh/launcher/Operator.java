package vn.ansinh.launcher;

import java.io.IOException;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ansinh.platform.Command;

/** {@code bin/ansinh}: finds the {@link Command} and gives it what it needs. */
public final class Operator {

  private static final int WRONG_ARGUMENTS = 2;

  private Operator() {}

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) {
    if (arguments.isEmpty() || List.of("help", "--help", "-h").contains(arguments.getFirst())) {
      Commands.all().forEach(it -> System.out.println(it.help()));
      return 0;
    }
    var found = Commands.find(arguments);
    if (found.isEmpty()) {
      System.err.println(
          "AnSinh: no command " + String.join(" ", arguments) + ": see bin/ansinh help");
      return WRONG_ARGUMENTS;
    }
    var command = found.get();
    try {
      var exit = run(command, arguments.subList(command.words(), arguments.size()));
      if (exit == WRONG_ARGUMENTS) {
        System.err.println("Usage: bin/ansinh " + command.usage());
      }
      return exit;
    } catch (Refusal e) {
      e.lines().forEach(line -> System.err.println("AnSinh: " + line));
      return 1;
    } catch (StartFailed _) {
      // Said by StartFailures already.
      return 1;
    } catch (Exception e) {
      var home = Home.configured();
      System.err.println("AnSinh: " + StartFailures.describe(e, home.log("command-failure.log")));
      return 1;
    }
  }

  private static int run(Commands.Known command, List<String> arguments) throws Exception {
    if (!command.database()) {
      return command.make().run(arguments, System.out, System.err);
    }
    var home = Home.configured();
    Settings.publish(home, "command.log");
    if (Settings.hasOwnDatabase() || !Settings.isDemo()) {
      return runInContext(command, arguments);
    }
    var lock = HomeLock.tryTake(home, "bin/ansinh " + command.name());
    if (lock.isEmpty()) {
      EmbeddedDatabase.accessOfRunning(home).publish();
      return runInContext(command, arguments);
    }
    try (var _ = lock.get();
        var database = stopping(EmbeddedDatabase.start(home))) {
      database.access().publish();
      return runInContext(command, arguments);
    }
  }

  /** Also when the command is cut off. */
  private static EmbeddedDatabase stopping(EmbeddedDatabase database) {
    Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop"));
    return database;
  }

  private static int runInContext(Commands.Known command, List<String> arguments) throws Exception {
    try (var context = start()) {
      return context.getBean(command.type()).run(arguments, System.out, System.err);
    }
  }

  private static ConfigurableApplicationContext start() throws IOException {
    try {
      return new SpringApplicationBuilder(OperatorContext.class)
          .web(WebApplicationType.NONE)
          .lazyInitialization(true)
          .properties("ansinh.outbox.running=false")
          .logStartupInfo(false)
          .run();
    } catch (RuntimeException e) {
      throw new StartFailed(e);
    }
  }

  /** The reason is on the screen already. */
  private static final class StartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartFailed(Throwable cause) {
      super(cause);
    }
  }
}
