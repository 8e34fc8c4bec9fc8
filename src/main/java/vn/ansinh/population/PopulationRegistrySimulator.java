package vn.ansinh.population;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code bin/simulator population-registry}: the simulator as a program of its own. Its files stand
 * in one directory; the file {@code fault} there says how it goes wrong and is read at each
 * question.
 */
public final class PopulationRegistrySimulator {

  private static final int WRONG_ARGUMENTS = 2;
  private static final int DEFAULT_PORT = 8643;

  private PopulationRegistrySimulator() {}

  public static void main(String[] arguments) throws Exception {
    var directory =
        Path.of(System.getProperty("ansinh.home", "var"), "simulator", "population-registry");
    System.exit(run(List.of(arguments), directory.toAbsolutePath()));
  }

  private static int run(List<String> arguments, Path directory) throws Exception {
    if (arguments.size() == 2 && arguments.getFirst().equals("fault")) {
      return tell(directory, arguments.get(1));
    }
    int port = DEFAULT_PORT;
    var citizens = SimulatedCitizens.shipped();
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      var value = arguments.get(i + 1);
      switch (arguments.get(i)) {
        case "--port" -> port = Integer.parseInt(value);
        case "--citizens" -> citizens = SimulatedCitizens.of(Path.of(value));
        default -> {
          return usage();
        }
      }
    }
    return arguments.size() % 2 == 0 ? serve(directory, port, citizens) : usage();
  }

  private static int serve(Path directory, int port, SimulatedCitizens citizens)
      throws IOException, InterruptedException {
    if (!Files.exists(directory.resolve("authority.pem"))) {
      new SimulatorPapers(Clock.systemUTC().instant()).write(directory);
    }
    tell(directory, SimulatorFault.NONE.word());
    try (var simulator =
        new RegistrySimulator(
            directory, port, citizens, Clock.systemUTC(), () -> fault(directory))) {
      System.out.println(
          "Simulated population registry, %d invented citizens, at %s"
              .formatted(citizens.count(), simulator.url()));
      settings(directory, simulator).forEach(System.out::println);
      new CountDownLatch(1).await();
      return 0;
    } catch (BindException _) {
      System.err.println("AnSinh: Port " + port + " is taken: choose another with --port");
      return 1;
    }
  }

  /** What AnSinh is started with to ask this simulator. */
  private static Stream<String> settings(Path directory, RegistrySimulator simulator) {
    var bundle = "SPRING_SSL_BUNDLE_PEM_POPULATION_";
    var registry = "ANSINH_POPULATION_REGISTRY_";
    return Stream.of(
            registry + "BY=http",
            registry + "URL=" + simulator.url(),
            registry + "SSL_BUNDLE=population",
            registry + "KEY_ID=" + RegistrySimulator.CLIENT_KEY_ID,
            registry + "KEY_FILE=" + directory.resolve("ansinh-signing-key.pem"),
            registry + "REGISTRY_KEY_ID=" + RegistrySimulator.KEY_ID,
            registry + "REGISTRY_KEY_FILE=" + directory.resolve("registry-signing-open.pem"),
            bundle + "KEYSTORE_CERTIFICATE=file:" + directory.resolve("client.pem"),
            bundle + "KEYSTORE_PRIVATEKEY=file:" + directory.resolve("client-key.pem"),
            bundle + "TRUSTSTORE_CERTIFICATE=file:" + directory.resolve("authority.pem"))
        .map(it -> "export " + it);
  }

  private static int tell(Path directory, String word) throws IOException {
    if (SimulatorFault.of(word).isEmpty()) {
      return usage();
    }
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("fault"), word);
    return 0;
  }

  private static SimulatorFault fault(Path directory) {
    try {
      return SimulatorFault.of(Files.readString(directory.resolve("fault")))
          .orElse(SimulatorFault.NONE);
    } catch (IOException _) {
      return SimulatorFault.NONE;
    }
  }

  private static int usage() {
    System.err.println(
        """
        Usage: bin/simulator population-registry [--port N] [--citizens FILE]
               bin/simulator population-registry fault %s"""
            .formatted(
                Stream.of(SimulatorFault.values())
                    .map(SimulatorFault::word)
                    .collect(Collectors.joining("|"))));
    return WRONG_ARGUMENTS;
  }
}
