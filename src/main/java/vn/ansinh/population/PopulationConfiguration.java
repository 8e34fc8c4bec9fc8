package vn.ansinh.population;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import vn.ansinh.identity.PopulationRegistry;
import vn.ansinh.identity.Verification;
import vn.ansinh.platform.Mode;
import vn.ansinh.population.PopulationSettings.By;

/** Where no registry is asked over a line: the simulator inside the program, or nobody. */
@Configuration(proxyBeanMethods = false)
@Conditional(PopulationConfiguration.Elsewhere.class)
class PopulationConfiguration {

  @Bean
  PopulationRegistry populationRegistry(PopulationSettings settings, Mode mode) {
    PopulationException.unlessEmpty(PopulationReadiness.problems(settings, mode));
    boolean simulated = settings.by() == By.SIMULATOR || (settings.by() == null && mode.isDemo());
    return simulated
        ? new SimulatedPopulationRegistry(SimulatedCitizens.shipped())
        : (_, _, _) -> new Verification.Unavailable();
  }

  static class Elsewhere extends NoneNestedConditions {

    Elsewhere() {
      super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnProperty(name = HttpPopulationConfiguration.BY, havingValue = "http")
    static class OverALine {}
  }
}
