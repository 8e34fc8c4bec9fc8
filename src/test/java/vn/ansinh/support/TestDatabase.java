package vn.ansinh.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import vn.ansinh.AnSinh;
import vn.ansinh.platform.CheapHashing;

/** One real PostgreSQL for the whole test run; every Spring test context uses it. */
public class TestDatabase implements ContextCustomizerFactory {

  /** What the application connects as: a role that may not do more than in production. */
  public static final String APPLICATION = "ansinh_app";

  /** Where pictures are kept. */
  public static final Path FILES = Fork.path("files");

  /** Of the tables and of the server. */
  public static final String OWNER = "postgres";

  /** The throw-away master secret of every test. */
  public static final String SECRET = "dGVzdHMgb25seTogdGhpcnR5LXR3byBieXRlcyBvciBtb3Jl";

  /**
   * Settings of every test on that database: a throw-away key, demo mode, no ports taken. Starts no
   * server by itself.
   */
  public static Map<String, Object> settings(String url) {
    return Map.ofEntries(
        Map.entry("spring.datasource.url", url),
        Map.entry("spring.datasource.username", APPLICATION),
        Map.entry("spring.datasource.password", APPLICATION),
        Map.entry("spring.datasource.hikari.maximum-pool-size", "12"),
        // Contexts nobody uses at the moment shall not keep the server's places.
        Map.entry("spring.datasource.hikari.minimum-idle", "1"),
        Map.entry("spring.datasource.hikari.idle-timeout", "10000"),
        // Tests race on purpose; how long a visitor waits is not what they are about.
        Map.entry("spring.datasource.hikari.connection-timeout", "10000"),
        Map.entry("spring.flyway.user", OWNER),
        Map.entry("spring.flyway.password", OWNER),
        // Nodes made of some modules do not know the migrations of the others.
        Map.entry("spring.flyway.ignore-migration-patterns", "*:missing"),
        Map.entry("ansinh.mode", "demo"),
        Map.entry("ansinh.demo.seed", "false"),
        Map.entry("ansinh.audit.sealing", "false"),
        Map.entry("ansinh.recovery.looking", "false"),
        Map.entry("ansinh.guardianship.upkeep", "false"),
        Map.entry("ansinh.files.directory", FILES.toString()),
        Map.entry("ansinh.imaging.directory", Fork.path("imaging").toString()),
        Map.entry("ansinh.contacts.taking-effect", "false"),
        Map.entry("ansinh.password.reminding", "false"),
        Map.entry("ansinh.stopping.ending", "false"),
        Map.entry("ansinh.imaging.workers", "1"),
        Map.entry("ansinh.imaging.idle", "60s"),
        // What is tried is whether it is done, not how long it takes.
        Map.entry("ansinh.portal.robot-work", "1000"),
        Map.entry("ansinh.installation.strict", "false"),
        Map.entry("ansinh.secret.key", SECRET));
  }

  public static String url() {
    return Shared.URL;
  }

  /** An empty database beside the shared one, for tests that must be alone with their tables. */
  public static String another() {
    var name = "alone_" + UUID.randomUUID().toString().replace("-", "");
    try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
      return url(name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * As {@link #another()}, with everything a new installation has: tables, reference data and a key
   * ring under the key of {@link #settings()}. A copy, which takes a small part of the time.
   */
  public static String installed() {
    return copy("alone_" + UUID.randomUUID().toString().replace("-", ""));
  }

  private static String copy(String name) {
    try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name + " template " + Template.made());
      return url(name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Shared {
    private static final String URL = copy("shared");
  }

  /** Made on an empty database by the application itself when somebody first asks for it. */
  private static final class Template {

    private static final String NAME = "installed";

    static {
      try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create database " + NAME);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      new SpringApplicationBuilder(AnSinh.class)
          .web(WebApplicationType.NONE)
          .lazyInitialization(true)
          .initializers(it -> it.getBeanFactory().addBeanPostProcessor(new StoreCalls()))
          .run(arguments())
          .close();
    }

    /** A call, since a constant would be copied here without the making. */
    static String made() {
      return NAME;
    }

    private static String[] arguments() {
      var settings = new HashMap<>(settings(url(NAME)));
      settings.put("logging.level.root", "off");
      return settings.entrySet().stream()
          .map(it -> "--" + it.getKey() + "=" + it.getValue())
          .toArray(String[]::new);
    }
  }

  /** Who connects is for the caller to say. */
  private static String url(String database) {
    return "jdbc:postgresql://localhost:" + Server.POSTGRES.getPort() + "/" + database;
  }

  /** Past the application's role, for what only an owner may do. */
  public static Connection asOwner(String url) throws SQLException {
    return DriverManager.getConnection(url, OWNER, OWNER);
  }

  /** Started when a test first asks for it. */
  private static final class Server {
    private static final EmbeddedPostgres POSTGRES = start();
  }

  private static EmbeddedPostgres start() {
    try {
      var server = EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
      try (var connection = server.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create role %s login password '%<s'".formatted(APPLICATION));
      }
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
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
      context.getBeanFactory().addBeanPostProcessor(new StoreCalls());
      context.getBeanFactory().addBeanPostProcessor(new CheapHashing());
      var sources = context.getEnvironment().getPropertySources();
      var ours = new MapPropertySource("testDatabase", settings(url()));
      if (sources.contains("Inlined Test Properties")) {
        sources.addAfter("Inlined Test Properties", ours);
      } else {
        sources.addFirst(ours);
      }
    }
  }
}
