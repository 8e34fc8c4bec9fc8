package vn.ansinh.population;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import vn.ansinh.platform.CircuitBreaker;
import vn.ansinh.population.PopulationSettings.By;

/** Settings and lines for tests: what production builds, with the papers of a directory. */
final class Lines {

  private Lines() {}

  static PopulationSettings settings(@Nullable By by) {
    return new PopulationSettings(
        by,
        null,
        null,
        null,
        null,
        null,
        null,
        Duration.ofMillis(800),
        Duration.ofSeconds(2),
        32,
        Duration.ofSeconds(30));
  }

  static PopulationSettings settings(URI url, Path papers, Duration budget, int concurrency) {
    return new PopulationSettings(
        By.HTTP,
        url,
        "population",
        RegistrySimulator.CLIENT_KEY_ID,
        papers.resolve("ansinh-signing-key.pem").toString(),
        RegistrySimulator.KEY_ID,
        papers.resolve("registry-signing-open.pem").toString(),
        budget,
        budget,
        concurrency,
        Duration.ofSeconds(30));
  }

  static SslBundle bundle(Path papers) {
    return bundle(
        papers.resolve("client.pem"),
        papers.resolve("client-key.pem"),
        papers.resolve("authority.pem"));
  }

  static SslBundle bundle(Path certificate, Path key, Path authority) {
    return SslBundle.of(
        new PemSslStoreBundle(
            PemSslStoreDetails.forCertificate(certificate.toUri().toString())
                .withPrivateKey(key.toUri().toString()),
            PemSslStoreDetails.forCertificate(authority.toUri().toString())));
  }

  static PopulationWatch watch(SimpleMeterRegistry meters, Clock clock) {
    return new PopulationWatch(meters, new CircuitBreaker(clock), clock);
  }

  /** Papers of one more authority, with a server and a client of its own. */
  static Path papers(Path directory) throws IOException {
    new SimulatorPapers(Clock.systemUTC().instant()).write(directory);
    return directory;
  }
}
