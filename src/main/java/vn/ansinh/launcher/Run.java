package vn.ansinh.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ansinh.AnSinh;
import vn.ansinh.platform.DemoSignIns;

/** {@code bin/run}: the server with a database of its own, in one process. */
public final class Run {

  private final Home home;

  /** Held until this process ends; a lock nobody refers to is collected and lost. */
  private final HomeLock lock;

  private final int port;
  private final AtomicReference<@Nullable EmbeddedDatabase> database = new AtomicReference<>();
  private final AtomicReference<@Nullable ConfigurableApplicationContext> application =
      new AtomicReference<>();

  private Run(Home home, HomeLock lock, int port) {
    this.home = home;
    this.lock = lock;
    this.port = port;
  }

  public static void main(String[] arguments) {
    try {
      var options = Options.of(List.of(arguments), Settings.environment("ANSINH_PORT"));
      var home = Home.configured();
      var lock = HomeLock.take(home, "bin/run on port " + options.port());
      if (options.reset()) {
        Reset.run(home);
      }
      new Run(home, lock, options.port()).start();
    } catch (Refusal e) {
      e.lines().forEach(line -> System.err.println("AnSinh: " + line));
      System.exit(1);
    } catch (IOException e) {
      System.err.println("AnSinh: " + e.getMessage());
      System.exit(1);
    }
  }

  private void start() throws IOException {
    Settings.publish(home, "ansinh.log");
    System.setProperty("server.port", Integer.toString(port));
    var address = Settings.environment("ANSINH_ADDRESS");
    if (Settings.isDemo()) {
      // Everybody who reaches the demo reads everybody's messages: this machine only, unless asked.
      System.setProperty("server.address", address == null ? "127.0.0.1" : address);
    }
    requireFreePort();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    if (Settings.isDemo()) {
      if (Settings.environment("ANSINH_PUBLIC_URL") == null) {
        System.setProperty("ansinh.public-url", "http://localhost:" + port);
      }
      SimulatedIdentities.publish(port);
    }
    if (Settings.isDemo() && !Settings.hasOwnDatabase()) {
      startDatabase();
    }
    startApplication();
  }

  private void requireFreePort() {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(System.getProperty("server.address", "0.0.0.0"), port));
    } catch (IOException e) {
      throw new Refusal(
          "Port " + port + " is taken: stop what uses it, or choose another with --port", e);
    }
  }

  private void startDatabase() {
    System.out.println("Starting PostgreSQL in " + home.postgres());
    var started = EmbeddedDatabase.start(home);
    database.set(started);
    started.access().publish();
  }

  private void startApplication() {
    var spring = new SpringApplication(AnSinh.class);
    spring.setRegisterShutdownHook(false);
    spring.addInitializers(application::set);
    System.setProperty("logging.register-shutdown-hook", "false");
    if (Settings.isDemo()) {
      System.out.println("Starting AnSinh");
    }
    try {
      greet(spring.run());
    } catch (RuntimeException _) {
      // Said by StartFailures already.
      System.exit(1);
    }
  }

  /** For people only; production's output is read by machines. */
  private void greet(ConfigurableApplicationContext context) {
    if (!Settings.isDemo()) {
      return;
    }
    var site = "http://localhost:" + port;
    System.out.println();
    System.out.println("AnSinh is ready: " + site);
    System.out.println("  sent messages  " + site + "/demo/outbox");
    System.out.println("  office         " + site + "/console");
    context
        .getBeanProvider(DemoSignIns.class)
        .orderedStream()
        .flatMap(signIns -> signIns.lines().stream())
        .forEach(line -> System.out.println("  " + line));
    System.out.println("Stop with Ctrl-C.");
  }

  /** Requests under way are answered while the database is still there; only then it is stopped. */
  private void stop() {
    var context = application.get();
    if (context != null) {
      context.close();
    }
    var running = database.get();
    if (running != null) {
      running.close();
    }
    lock.close();
  }
}
