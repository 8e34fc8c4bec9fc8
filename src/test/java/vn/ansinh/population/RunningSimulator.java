package vn.ansinh.population;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The simulator for tests of other packages, with the settings that connect AnSinh to it. */
public final class RunningSimulator {

  private final Path papers;
  private final AtomicReference<SimulatorFault> fault = new AtomicReference<>(SimulatorFault.NONE);
  private final int port;
  private RegistrySimulator simulator;

  public RunningSimulator() {
    try {
      papers = Lines.papers(Files.createTempDirectory("population-registry"));
      simulator = simulator(0);
      port = simulator.url().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Map<String, String> settings() {
    var registry = "ansinh.population-registry.";
    var bundle = "spring.ssl.bundle.pem.population.";
    return Map.of(
        registry + "by", "http",
        registry + "url", simulator.url().toString(),
        registry + "ssl-bundle", "population",
        registry + "key-id", RegistrySimulator.CLIENT_KEY_ID,
        registry + "key-file", papers.resolve("ansinh-signing-key.pem").toString(),
        registry + "registry-key-id", RegistrySimulator.KEY_ID,
        registry + "registry-key-file", papers.resolve("registry-signing-open.pem").toString(),
        bundle + "keystore.certificate", papers.resolve("client.pem").toUri().toString(),
        bundle + "keystore.private-key", papers.resolve("client-key.pem").toUri().toString(),
        bundle + "truststore.certificate", papers.resolve("authority.pem").toUri().toString());
  }

  public void stop() {
    simulator.close();
  }

  public void start() {
    try {
      simulator = simulator(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void goWrong(String word) {
    fault.set(SimulatorFault.of(word).orElseThrow());
  }

  private RegistrySimulator simulator(int at) throws IOException {
    return new RegistrySimulator(
        papers, at, SimulatedCitizens.shipped(), Clock.systemUTC(), fault::get);
  }
}
