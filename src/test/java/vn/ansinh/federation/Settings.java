package vn.ansinh.federation;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A provider as an operator would set it up, with whatever a test sets besides. */
final class Settings {

  private Settings() {}

  static FederationSettings.Provider of(String issuer, Map<String, Object> besides) {
    var all = new HashMap<String, Object>();
    all.put("provider.issuer", issuer);
    all.put("provider.client-id", IdentityServer.CLIENT);
    // A machine under test may be slow; how long is waited is tested where it is set.
    all.put("provider.timeout", "20s");
    if (!besides.containsKey("client-key-file")) {
      all.put("provider.client-secret", IdentityServer.SECRET);
    }
    besides.forEach((name, value) -> all.put("provider." + name, value));
    return new Binder(new MapConfigurationPropertySource(all))
        .bind("provider", FederationSettings.Provider.class)
        .get();
  }
}
