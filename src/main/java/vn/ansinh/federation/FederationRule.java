package vn.ansinh.federation;

import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import vn.ansinh.platform.Mode;
import vn.ansinh.platform.ProductionRule;

/** Production talks to providers over TLS only, and only as one they know. */
final class FederationRule implements ProductionRule {

  @Override
  public List<String> problems(Environment environment, boolean serves) {
    if (!serves) {
      return List.of();
    }
    var settings =
        Binder.get(environment).bindOrCreate("ansinh.federation", FederationSettings.class);
    return FederationReadiness.problems(settings, new Mode(Mode.Kind.PRODUCTION));
  }
}
