package vn.ansinh.keys;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import vn.ansinh.platform.Secrets;
import vn.ansinh.support.StoreCalls;
import vn.ansinh.support.TestClock;
import vn.ansinh.support.TestDatabase;

/** One of several nodes on a database of their own: keys, trail and nothing else. */
record Node(ConfigurableApplicationContext context) implements AutoCloseable {

  static final String SECRET = TestDatabase.SECRET;

  @EnableAutoConfiguration
  @ConfigurationPropertiesScan("vn.ansinh")
  @ComponentScan(
      nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
      basePackages = {
        "vn.ansinh.platform",
        "vn.ansinh.keys",
        "vn.ansinh.audit",
        "vn.ansinh.catalogue"
      })
  static final class Modules {}

  /** Without keys. */
  @EnableAutoConfiguration
  @ComponentScan("vn.ansinh.catalogue")
  @Import(TestClock.Configured.class)
  static final class Before {}

  static Node start(String database, Map<String, String> more) {
    return new Node(run(Modules.class, settings(database, more)));
  }

  private static Map<String, Object> settings(String database, Map<String, String> more) {
    var settings = new HashMap<>(TestDatabase.settings(database));
    settings.put("spring.datasource.hikari.maximum-pool-size", "8");
    settings.put("logging.level.vn.ansinh", "off");
    settings.put("logging.level.org.springframework.context", "off");
    settings.putAll(more);
    return settings;
  }

  private static ConfigurableApplicationContext run(
      Class<?> modules, Map<String, Object> settings) {
    return new SpringApplicationBuilder(modules)
        .web(WebApplicationType.NONE)
        .initializers(it -> it.getBeanFactory().addBeanPostProcessor(new StoreCalls()))
        .run(
            settings.entrySet().stream()
                .map(it -> "--" + it.getKey() + "=" + it.getValue())
                .toArray(String[]::new));
  }

  /** The tables of before there was a ring, opened for the first time then. */
  static void migrateToBefore(String database) throws Exception {
    var settings =
        settings(
            database,
            Map.of(
                "spring.flyway.target",
                "202611280999?",
                "spring.main.lazy-initialization",
                "true"));
    run(Before.class, settings).close();
    try (var connection = TestDatabase.asOwner(database);
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into platform.installation (kind, opened_at) values ('DEMO', now())");
    }
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  Secrets secrets() {
    return bean(Secrets.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
