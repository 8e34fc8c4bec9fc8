package vn.ansinh.launcher;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Settings that follow from others: what production logs and where it is watched, and a database
 * address written the way hosting companies write it.
 */
final class ModeDefaults implements EnvironmentPostProcessor, Ordered {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("modeDefaults", defaults(environment)));
    var url = environment.getProperty("spring.datasource.url", "");
    if (url.startsWith("postgres://") || url.startsWith("postgresql://")) {
      environment
          .getPropertySources()
          .addFirst(new MapPropertySource("databaseUrl", datasource(URI.create(url))));
    }
  }

  /** After the settings files are read. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  private static Map<String, Object> defaults(ConfigurableEnvironment environment) {
    var defaults = new HashMap<String, Object>();
    var address = environment.getProperty("ANSINH_ADDRESS", "");
    if (!address.isBlank()) {
      defaults.put("server.address", address);
    }
    if (!"demo".equalsIgnoreCase(environment.getProperty("ansinh.mode"))) {
      defaults.put("logging.structured.format.console", "ecs");
      defaults.put(
          "management.server.port", environment.getProperty("ANSINH_MANAGEMENT_PORT", "8081"));
      defaults.put("management.server.address", "127.0.0.1");
    }
    return defaults;
  }

  private static Map<String, Object> datasource(URI url) {
    var settings = new HashMap<String, Object>();
    var port = url.getPort() < 0 ? "" : ":" + url.getPort();
    var query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    settings.put(
        "spring.datasource.url",
        "jdbc:postgresql://" + url.getHost() + port + url.getRawPath() + query);
    if (url.getRawUserInfo() != null) {
      var parts = url.getRawUserInfo().split(":", 2);
      settings.put("spring.datasource.username", decoded(parts[0]));
      if (parts.length > 1) {
        settings.put("spring.datasource.password", decoded(parts[1]));
      }
    }
    return settings;
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
