package vn.ansinh.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ansinh.identity.PopulationRegistrySettings.Kind;
import vn.ansinh.platform.Mode;

@Configuration(proxyBeanMethods = false)
class PopulationRegistryConfiguration {

  @Bean
  PopulationRegistry populationRegistry(PopulationRegistrySettings settings, Mode mode) {
    var kind = settings.populationRegistry();
    if (kind == Kind.SIMULATOR && !mode.isDemo()) {
      throw new IllegalStateException(
          "ansinh.population-registry=simulator is for the demo; production needs none");
    }
    boolean simulated = kind == Kind.SIMULATOR || (kind == null && mode.isDemo());
    return simulated
        ? new SimulatedPopulationRegistry()
        : (_, _, _) -> new Verification.Unavailable();
  }
}
