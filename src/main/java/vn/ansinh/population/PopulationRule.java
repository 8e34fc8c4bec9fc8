package vn.ansinh.population;

import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import vn.ansinh.platform.Mode;
import vn.ansinh.platform.ProductionRule;

/** Production asks the registry properly, or declares that it does not ask it. */
final class PopulationRule implements ProductionRule {

  @Override
  public List<String> problems(Environment environment, boolean serves) {
    if (!serves) {
      return List.of();
    }
    var settings =
        Binder.get(environment)
            .bindOrCreate("ansinh.population-registry", PopulationSettings.class);
    return PopulationReadiness.problems(settings, new Mode(Mode.Kind.PRODUCTION));
  }
}
