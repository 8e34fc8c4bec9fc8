package vn.ansinh.population;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.Mode;

/** What must be set before the registry is asked; says everything that is missing in one line. */
final class PopulationReadiness {

  private static final Duration LONGEST = Duration.ofSeconds(2);

  private PopulationReadiness() {}

  static List<String> problems(PopulationSettings settings, Mode mode) {
    if (settings.by() == PopulationSettings.By.SIMULATOR && !mode.isDemo()) {
      return List.of(
          "ANSINH_POPULATION_REGISTRY_BY=simulator is for the demo: set http, or none where there"
              + " is no connection");
    }
    if (settings.by() != PopulationSettings.By.HTTP) {
      return List.of();
    }
    var problems = new ArrayList<String>();
    var missing = missing(settings);
    if (!missing.isEmpty()) {
      problems.add("To ask the population registry, set " + String.join(", ", missing));
    }
    problems.addAll(wrong(settings));
    if (!mode.isDemo() && RegistrySimulator.KEY_ID.equals(settings.registryKeyId())) {
      problems.add(
          "ANSINH_POPULATION_REGISTRY_REGISTRY_KEY_ID names the simulator, which is for the demo");
    }
    return problems;
  }

  private static List<String> missing(PopulationSettings settings) {
    var missing = new ArrayList<String>();
    require(missing, "URL", settings.url() == null ? null : settings.url().toString());
    require(missing, "SSL_BUNDLE", settings.sslBundle());
    require(missing, "KEY_ID", settings.keyId());
    require(missing, "KEY_FILE", settings.keyFile());
    require(missing, "REGISTRY_KEY_ID", settings.registryKeyId());
    require(missing, "REGISTRY_KEY_FILE", settings.registryKeyFile());
    return missing;
  }

  private static List<String> wrong(PopulationSettings settings) {
    var wrong = new ArrayList<String>();
    var url = settings.url();
    if (url != null && (!"https".equalsIgnoreCase(url.getScheme()) || url.getHost() == null)) {
      wrong.add("ANSINH_POPULATION_REGISTRY_URL is not an https address");
    }
    var budget = settings.budget();
    if (!budget.isPositive() || budget.compareTo(LONGEST) > 0) {
      wrong.add("ANSINH_POPULATION_REGISTRY_BUDGET must be two seconds at most: a page waits");
    }
    if (!settings.connectTimeout().isPositive()) {
      wrong.add("ANSINH_POPULATION_REGISTRY_CONNECT_TIMEOUT must be more than nothing");
    }
    if (settings.concurrency() < 1) {
      wrong.add("ANSINH_POPULATION_REGISTRY_CONCURRENCY must be 1 at least");
    }
    return wrong;
  }

  private static void require(List<String> missing, String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      missing.add("ANSINH_POPULATION_REGISTRY_" + name);
    }
  }
}
