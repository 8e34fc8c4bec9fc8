package vn.ansinh.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** One real PostgreSQL for the whole test run; every Spring test context uses it. */
public class TestDatabase implements ContextCustomizerFactory {

  private static final EmbeddedPostgres POSTGRES = start();

  /** Settings of every test: a database, a throw-away key, demo mode, no ports taken. */
  public static Map<String, Object> settings() {
    return Map.of(
        "spring.datasource.url", url(),
        "spring.datasource.username", "postgres",
        "spring.datasource.password", "postgres",
        "spring.datasource.hikari.maximum-pool-size", "12",
        "ansinh.mode", "demo",
        "ansinh.demo.seed", "false",
        "ansinh.files.directory", "target/test-files",
        "ansinh.installation.strict", "false",
        "ansinh.secret.key", "dGVzdHMgb25seTogdGhpcnR5LXR3byBieXRlcyBvciBtb3Jl");
  }

  public static String url() {
    return POSTGRES.getJdbcUrl("postgres", "postgres");
  }

  /** An empty database beside the shared one, for tests that must be alone with their tables. */
  public static String another() {
    var name = "alone_" + UUID.randomUUID().toString().replace("-", "");
    try (var connection = POSTGRES.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
      return POSTGRES.getJdbcUrl("postgres", name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    return new Settings();
  }

  private record Settings() implements ContextCustomizer {
    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration merged) {
      var sources = context.getEnvironment().getPropertySources();
      var ours = new MapPropertySource("testDatabase", settings());
      if (sources.contains("Inlined Test Properties")) {
        sources.addAfter("Inlined Test Properties", ours);
      } else {
        sources.addFirst(ours);
      }
    }
  }
}
