package vn.ansinh.population;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.SslBundle;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.Verification;
import vn.ansinh.support.TestClock;

/** Both sides of the protocol over real sockets, as production builds ours. */
abstract class RegistryLineSetting {

  static final BirthDate BORN = new BirthDate(1985, 11, 20);

  /** For what is not about time: the first handshake of a cold machine takes its own. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  static final Verification UNAVAILABLE = new Verification.Unavailable();
  @TempDir static Path papers;
  @TempDir static Path strangers;
  final AtomicReference<SimulatorFault> fault = new AtomicReference<>(SimulatorFault.NONE);
  final TestClock clock = new TestClock();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final PopulationWatch watch = Lines.watch(meters, clock);
  RegistrySimulator simulator;
  HttpPopulationRegistry registry;

  @BeforeAll
  static void papers() throws IOException {
    Lines.papers(papers);
    Lines.papers(strangers);
  }

  @BeforeEach
  void connect() throws IOException {
    simulator = simulator(papers, 0);
    registry = registry(simulator.url(), Lines.bundle(papers), PATIENCE, 32);
  }

  @AfterEach
  void disconnect() {
    registry.close();
    simulator.close();
  }

  Verification ask() {
    return registry.verify("001085000024", "Trần Văn Thử", BORN);
  }

  double count(String outcome, String reason) {
    return meters
        .get("ansinh.population.registry")
        .tags("outcome", outcome, "reason", reason)
        .timer()
        .count();
  }

  RegistrySimulator simulator(Path directory, int port) throws IOException {
    return new RegistrySimulator(directory, port, SimulatedCitizens.shipped(), clock, fault::get);
  }

  HttpPopulationRegistry registry(URI url, SslBundle bundle, Duration budget, int concurrency) {
    return HttpPopulationConfiguration.registry(
        Lines.settings(url, papers, budget, concurrency), bundle, watch, clock);
  }
}
