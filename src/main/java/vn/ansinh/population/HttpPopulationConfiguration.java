package vn.ansinh.population;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLParameters;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ansinh.platform.CircuitBreaker;
import vn.ansinh.platform.Mode;

/** The line to the registry, as the settings say. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = HttpPopulationConfiguration.BY, havingValue = "http")
class HttpPopulationConfiguration {

  static final String BY = "ansinh.population-registry.by";

  @Bean
  HttpPopulationRegistry populationRegistry(
      PopulationSettings settings,
      Mode mode,
      SslBundles bundles,
      PopulationWatch watch,
      Clock clock) {
    PopulationException.unlessEmpty(PopulationReadiness.problems(settings, mode));
    return registry(
        settings, bundles.getBundle(Objects.requireNonNull(settings.sslBundle())), watch, clock);
  }

  @Bean("populationRegistryHealthIndicator")
  PopulationWatch populationWatch(MeterRegistry meters, Clock clock) {
    return new PopulationWatch(meters, new CircuitBreaker(clock), clock);
  }

  static HttpPopulationRegistry registry(
      PopulationSettings settings, SslBundle bundle, PopulationWatch watch, Clock clock) {
    var line = new RegistryLine(client(settings, bundle), keys(settings, clock), settings.budget());
    return new HttpPopulationRegistry(line, settings.concurrency(), watch);
  }

  /** No proxy and no redirection: what is declared goes to the registry and nowhere else. */
  private static HttpClient client(PopulationSettings settings, SslBundle bundle) {
    if (bundle.getStores().getKeyStore() == null || bundle.getStores().getTrustStore() == null) {
      throw new PopulationException(
          "The SSL bundle %s must hold our certificate with its key and the registry's authority"
              .formatted(settings.sslBundle()));
    }
    return HttpClient.newBuilder()
        .sslContext(bundle.createSslContext())
        .sslParameters(new SSLParameters(null, new String[] {"TLSv1.3", "TLSv1.2"}))
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(settings.connectTimeout())
        .followRedirects(HttpClient.Redirect.NEVER)
        .proxy(HttpClient.Builder.NO_PROXY)
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .build();
  }

  private static RegistrySignatures keys(PopulationSettings settings, Clock clock) {
    return new RegistrySignatures(
        Objects.requireNonNull(settings.url()),
        Objects.requireNonNull(settings.keyId()),
        MessageKeys.secret(Path.of(Objects.requireNonNull(settings.keyFile()))),
        Objects.requireNonNull(settings.registryKeyId()),
        MessageKeys.open(Path.of(Objects.requireNonNull(settings.registryKeyFile()))),
        settings.tolerance(),
        clock);
  }
}
