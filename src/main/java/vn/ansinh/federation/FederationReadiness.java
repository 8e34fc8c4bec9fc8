package vn.ansinh.federation;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.Mode;

/** What must be right before a provider is offered; says what is wrong in a line for each. */
final class FederationReadiness {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,29}");

  /** Where a provider may be reached without TLS: in a demo, and on the same machine. */
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Signed with a key that only the provider has: no {@code none}, no shared secret. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private static final int LEAST_LEVEL = 2;

  private FederationReadiness() {}

  static List<String> problems(FederationSettings settings, Mode mode) {
    var problems = new ArrayList<String>();
    new TreeMap<>(settings.providers())
        .forEach((name, provider) -> problems.addAll(problems(name, provider, mode)));
    return problems;
  }

  private static List<String> problems(
      String name, FederationSettings.Provider provider, Mode mode) {
    if (!NAME.matcher(name).matches()) {
      return List.of(
          "ansinh.federation.providers." + name + " must be named by 30 small letters or digits");
    }
    var problems = new ArrayList<String>();
    var setting = "ANSINH_FEDERATION_PROVIDERS_" + name.toUpperCase(Locale.ROOT) + "_";
    if (!isAddress(provider.issuer(), mode)) {
      problems.add(setting + "ISSUER is not an https address");
    }
    if (isBlank(provider.clientId())) {
      problems.add("Set " + setting + "CLIENTID");
    }
    if (proofs(provider) != 1) {
      problems.add(
          "Set one of %sCLIENTSECRETFILE, %<sCLIENTSECRET and %<sCLIENTKEYFILE".formatted(setting));
    }
    if (provider.requiredLevel() < LEAST_LEVEL) {
      problems.add(setting + "REQUIREDLEVEL must be 2 or more: a level stands for a code");
    }
    if (provider.claims().level().isBlank() && provider.fixedLevel() == null) {
      problems.add(setting + "FIXEDLEVEL must say the level where no claim does");
    }
    if (provider.algorithms().isEmpty()
        || !provider.algorithms().stream().allMatch(FederationReadiness::isAllowed)) {
      problems.add(setting + "ALGORITHMS must be of RS, PS or ES with 256, 384 or 512");
    }
    if (!provider.timeout().isPositive() || provider.concurrency() < 1) {
      problems.add(setting + "TIMEOUT and " + setting + "CONCURRENCY must be more than nothing");
    }
    try {
      var _ = BirthDates.of(provider.birthDateFormats());
    } catch (IllegalArgumentException e) {
      problems.add(setting + "BIRTHDATEFORMATS: " + e.getMessage());
    }
    return problems;
  }

  /** Of the issuer, and of every address that its discovery document names. */
  static boolean isAddress(@Nullable String address, Mode mode) {
    try {
      var uri = URI.create(address == null ? "" : address);
      if (uri.getHost() == null || uri.getFragment() != null || uri.getUserInfo() != null) {
        return false;
      }
      return "https".equals(uri.getScheme())
          || ("http".equals(uri.getScheme()) && mode.isDemo() && HERE.contains(uri.getHost()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static long proofs(FederationSettings.Provider provider) {
    return Stream.of(
            isBlank(provider.clientSecret()),
            isBlank(provider.clientSecretFile()),
            isBlank(provider.clientKeyFile()))
        .filter(it -> !it)
        .count();
  }

  private static boolean isAllowed(String algorithm) {
    return ALGORITHMS.contains(JWSAlgorithm.parse(algorithm));
  }

  private static boolean isBlank(@Nullable String value) {
    return value == null || value.isBlank();
  }
}
