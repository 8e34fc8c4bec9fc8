package vn.ansinh.federation;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import vn.ansinh.platform.Mode;
import vn.ansinh.platform.ProductionRule;

/** Production talks to providers over TLS only, and only as one they know. */
final class FederationRule implements ProductionRule {

  private static final String SIMULATOR = "ansinh.demo.identity-port";

  @Override
  public List<String> problems(Environment environment, boolean serves) {
    if (!serves) {
      return List.of();
    }
    var settings =
        Binder.get(environment).bindOrCreate("ansinh.federation", FederationSettings.class);
    var problems =
        new ArrayList<>(FederationReadiness.problems(settings, new Mode(Mode.Kind.PRODUCTION)));
    if (environment.containsProperty(SIMULATOR)) {
      problems.add("Take ANSINH_DEMO_IDENTITYPORT out: identities are simulated in a demo only");
    }
    return problems;
  }
}
