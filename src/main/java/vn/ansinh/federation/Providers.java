package vn.ansinh.federation;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.Mode;
import vn.ansinh.platform.PublicAddress;

/** The providers of this installation, by name. */
@Component
class Providers implements AutoCloseable {

  /** Under the public address, before the provider's name. */
  static final String PATH = "/sign-in/identity/";

  private final Map<String, OpenIdProvider> byId = new TreeMap<>();

  /**
   * @throws FederationException when one is set up wrongly
   */
  @Autowired
  Providers(FederationSettings settings, PublicAddress address, Mode mode, Clock clock) {
    FederationException.unlessEmpty(FederationReadiness.problems(settings, mode));
    settings
        .providers()
        .forEach((id, one) -> byId.put(id, provider(id, one, address, mode, clock)));
  }

  List<IdentityProvider> all() {
    return byId.values().stream().map(OpenIdProvider::face).toList();
  }

  List<IdentityProvider> recoverers() {
    return byId.values().stream()
        .filter(OpenIdProvider::tellsWhen)
        .map(OpenIdProvider::face)
        .toList();
  }

  Optional<OpenIdProvider> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  private static OpenIdProvider provider(
      String id,
      FederationSettings.Provider settings,
      PublicAddress address,
      Mode mode,
      Clock clock) {
    var line = new ProviderLine(id, settings, clock);
    return new OpenIdProvider(
        new IdentityProvider(id, settings.nameVi(), settings.nameEn(), settings.requiredLevel()),
        settings,
        new Discovery(String.valueOf(settings.issuer()), line, mode, clock),
        line,
        URI.create(address.of(PATH + id + "/return")));
  }

  @Override
  public void close() {
    byId.values().forEach(OpenIdProvider::close);
  }
}
