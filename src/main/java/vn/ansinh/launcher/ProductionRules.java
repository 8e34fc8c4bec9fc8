package vn.ansinh.launcher;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.context.ConfigurableWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import vn.ansinh.platform.Mode;
import vn.ansinh.platform.ProductionRule;

/**
 * What production insists on before anything is opened or changed. Everything missing is told at
 * once, a line each.
 */
final class ProductionRules
    implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

  /** The keys of the tests and of {@code bin/run} say in their first bytes what they are. */
  private static final List<byte[]> KNOWN_KEYS =
      List.of(SecretFile.DEMO_MARK, "tests only:".getBytes(StandardCharsets.US_ASCII));

  private static final String FORWARDING = "server.forward-headers-strategy";
  private static final int FEWEST_BYTES = 32;
  private static final int FEWEST_DIFFERENT_BYTES = 16;

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var problems =
        problems(
            context.getEnvironment(), context instanceof ConfigurableWebServerApplicationContext);
    if (!problems.isEmpty()) {
      throw new Refusal(problems);
    }
  }

  /** After every setting is known, those of tests included. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  static List<String> problems(Environment environment, boolean serves) {
    if (Binder.get(environment).bindOrCreate("ansinh", Mode.class).isDemo()) {
      return List.of();
    }
    var problems = new ArrayList<String>();
    problemOfKey(environment).ifPresent(problems::add);
    if (environment.getProperty("spring.datasource.url", "").isBlank()) {
      problems.add(
          "ANSINH_DATABASE_URL is missing: production needs a PostgreSQL 15-18 of its own");
    }
    if (serves && !declaresTls(environment)) {
      problems.add(
          "TLS is not declared: set ANSINH_TLS=terminated-by-proxy when a proxy in front does it,"
              + " or configure server.ssl");
    }
    if (serves
        && environment.getProperty("ansinh.audit.sealing", Boolean.class, true)
        && environment.getProperty("ansinh.audit.key-file", "").isBlank()) {
      problems.add(
          "ANSINH_AUDIT_KEY_FILE is missing: make a key with bin/ansinh audit key FILE, or set"
              + " ANSINH_AUDIT_SEALING=false where another node seals the audit trail");
    }
    if (serves) {
      problemOfForwarding(environment).ifPresent(problems::add);
    }
    SpringFactoriesLoader.forDefaultResourceLocation(ProductionRules.class.getClassLoader())
        .load(ProductionRule.class)
        .forEach(it -> problems.addAll(it.problems(environment, serves)));
    return problems;
  }

  /**
   * Limits count by network address. Behind a proxy that is not believed everybody has one address,
   * and one visitor could use up what is meant for all; a proxy believed blindly lets everybody
   * choose an address.
   */
  private static Optional<String> problemOfForwarding(Environment environment) {
    var strategy = environment.getProperty(FORWARDING, "none").strip();
    if (strategy.equalsIgnoreCase("framework")) {
      return Optional.of(
          "ANSINH_FORWARDED_HEADERS=framework believes what visitors write: set native");
    }
    return isBehindProxy(environment) && !strategy.equalsIgnoreCase("native")
        ? Optional.of(
            "ANSINH_FORWARDED_HEADERS is not native: behind a proxy all visitors would count as one"
                + " network; set it, and let the proxy append to X-Forwarded-For")
        : Optional.empty();
  }

  /** Not needed beside a master key in a file or on a token, but never a bad one. */
  private static Optional<String> problemOfKey(Environment environment) {
    var key = environment.getProperty("ansinh.secret.key", "");
    var other =
        environment.getProperty("ansinh.master-key.file", "")
            + environment.getProperty("ansinh.master-key.pkcs11.library", "");
    if (key.isBlank()) {
      return other.isBlank()
          ? Optional.of(
              "ANSINH_SECRET_KEY is missing: set it to 32 random bytes in base64, or keep the"
                  + " master key in ANSINH_MASTER_KEY_FILE or on a token")
          : Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(key.strip());
    } catch (IllegalArgumentException _) {
      return Optional.of("ANSINH_SECRET_KEY is not base64: set it to 32 random bytes in base64");
    }
    if (bytes.length < FEWEST_BYTES) {
      return Optional.of("ANSINH_SECRET_KEY is too short: set it to 32 random bytes in base64");
    }
    if (KNOWN_KEYS.stream().anyMatch(mark -> startsWith(bytes, mark))) {
      return Optional.of(
          "ANSINH_SECRET_KEY is a key of the demo or the tests: make one of your own");
    }
    if (differentBytes(bytes) < FEWEST_DIFFERENT_BYTES) {
      return Optional.of("ANSINH_SECRET_KEY is not random: set it to 32 random bytes in base64");
    }
    return Optional.empty();
  }

  private static boolean declaresTls(Environment environment) {
    return isBehindProxy(environment)
        || environment.containsProperty("server.ssl.bundle")
        || environment.containsProperty("server.ssl.certificate")
        || environment.containsProperty("server.ssl.key-store");
  }

  private static boolean isBehindProxy(Environment environment) {
    return environment.getProperty("ansinh.tls", "").equalsIgnoreCase("terminated-by-proxy");
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  private static int differentBytes(byte[] bytes) {
    var seen = new boolean[256];
    for (var value : bytes) {
      seen[value & 0xff] = true;
    }
    var different = 0;
    for (var one : seen) {
      different += one ? 1 : 0;
    }
    return different;
  }
}
