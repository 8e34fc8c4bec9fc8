package vn.ansinh.population;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which population registry is asked, and how; {@code ANSINH_POPULATION_REGISTRY_BY} and so on.
 *
 * @param by unset means the simulator inside the program in demo mode and none in production
 * @param url where questions go, {@code https} only
 * @param sslBundle name of an SSL bundle ({@code spring.ssl.bundle.*}): our client certificate with
 *     its key, and the registry's trust anchors and no others
 * @param keyId how the registry calls the key our questions are signed with
 * @param keyFile that key, PKCS#8 in PEM: Ed25519 or ECDSA on P-256
 * @param registryKeyId how the registry calls the key its answers are signed with
 * @param registryKeyFile the open half of that key, in PEM
 * @param connectTimeout for a connection, TLS included
 * @param budget for everything from the question to the verdict, two seconds at most: somebody
 *     waits for the next page
 * @param concurrency questions under way at once from this node; further ones are not asked
 * @param tolerance how far the registry's clock may differ from ours
 */
@ConfigurationProperties("ansinh.population-registry")
record PopulationSettings(
    @Nullable By by,
    @Nullable URI url,
    @Nullable String sslBundle,
    @Nullable String keyId,
    @Nullable String keyFile,
    @Nullable String registryKeyId,
    @Nullable String registryKeyFile,
    @DefaultValue("1500ms") Duration connectTimeout,
    @DefaultValue("2s") Duration budget,
    @DefaultValue("32") int concurrency,
    @DefaultValue("30s") Duration tolerance) {

  enum By {
    HTTP,
    SIMULATOR,
    NONE
  }
}
