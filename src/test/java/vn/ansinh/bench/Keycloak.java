package vn.ansinh.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import vn.ansinh.launcher.DurableServer;

/**
 * A Keycloak (26.3 or newer) to measure against: a copy of the one given, in production mode, in a
 * database of its own on the PostgreSQL that AnSinh is measured on, with as many connections to it,
 * brute-force detection, and passwords hashed as AnSinh hashes them, which its stored credentials
 * must say. Its log of events is off, as it comes.
 */
public final class Keycloak implements AutoCloseable {

  private static final String ADMINISTRATOR = "bench";
  private static final String THROW_AWAY = "throw-away-7";
  private static final Duration LONGEST_START = Duration.ofMinutes(5);
  private static final Pattern PARAMETERS = Pattern.compile("m=(\\d+),t=(\\d+),p=(\\d+)");

  private final HttpClient http = Jar.connection();
  private final JsonMapper json = new JsonMapper();
  private final DurableServer database;
  private final Process process;
  private final String address;
  private final Map<String, String> parameters;

  private Keycloak(
      DurableServer database, Process process, String address, Map<String, String> parameters) {
    this.database = database;
    this.process = process;
    this.address = address;
    this.parameters = parameters;
  }

  /**
   * @param home of the Keycloak given; nothing in it is changed
   * @param hash a password hashed as it is to hash them
   * @param pool connections to the database
   */
  public static Keycloak start(
      Path home, Path directory, DurableServer database, String hash, int pool) throws Exception {
    var copy = directory.resolve("keycloak");
    copy(home, copy);
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute("create database keycloak");
    }
    var parameters = parameters(hash);
    var log = directory.resolve("keycloak.log").toFile();
    var built =
        new ProcessBuilder(script(copy), "build", "--db=postgres", "--cache=local")
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start()
            .waitFor();
    if (built != 0) {
      throw new IllegalStateException("Keycloak did not build:\n" + Files.readString(log.toPath()));
    }
    int port = freePort();
    var command =
        new ArrayList<>(
            List.of(
                script(copy),
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname-strict=false",
                "--db-url=" + url(database),
                "--db-username=" + DurableServer.OWNER,
                "--db-pool-max-size=" + pool));
    parameters.forEach(
        (name, value) -> command.add("--spi-password-hashing--argon2--" + name + "=" + value));
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().put("KC_DB_PASSWORD", DurableServer.PASSWORD);
    builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
    builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", THROW_AWAY);
    builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xmx1g");
    var started = new Keycloak(database, builder.start(), "http://127.0.0.1:" + port, parameters);
    // Also when the measurement is broken off.
    Runtime.getRuntime().addShutdownHook(new Thread(started::close));
    try {
      started.awaitAnswer();
    } catch (Exception e) {
      started.close();
      throw new IllegalStateException(
          "Keycloak did not start:\n" + Files.readString(log.toPath()), e);
    }
    return started;
  }

  /** People 0, 1, … with one password, and proof that it is kept as it should be. */
  public KeycloakRealm populated(int people, String password) throws Exception {
    return KeycloakRealm.in(this, people, password);
  }

  /** Its processor time up to now, the database's not included. */
  public double seconds() {
    return handles().stream()
        .flatMap(it -> it.info().totalCpuDuration().stream())
        .mapToDouble(it -> it.toMillis() / 1e3)
        .sum();
  }

  /** What its own processes are, and no others. */
  @Override
  public void close() {
    var all = handles();
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        all.forEach(ProcessHandle::destroyForcibly);
      }
    } catch (InterruptedException e) {
      all.forEach(ProcessHandle::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }

  String address() {
    return address;
  }

  /** Where its database is. */
  String database() {
    return url(database);
  }

  /** Of Argon2id, by the names of its settings. */
  Map<String, String> parameters() {
    return parameters;
  }

  private List<ProcessHandle> handles() {
    var all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    return all;
  }

  private void awaitAnswer() throws Exception {
    var end = System.nanoTime() + LONGEST_START.toNanos();
    var realm = HttpRequest.newBuilder(URI.create(address + "/realms/master")).build();
    while (true) {
      try {
        if (http.send(realm, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // It does not listen yet.
      }
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("it does not answer");
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  void send(String path, Object body) throws Exception {
    var answer =
        http.send(
            HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + administratorsToken())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  private String administratorsToken() {
    var answer =
        new Jar()
            .post(
                http,
                tokens("master"),
                Map.of(
                    "grant_type",
                    "password",
                    "client_id",
                    "admin-cli",
                    "username",
                    ADMINISTRATOR,
                    "password",
                    THROW_AWAY));
    return json.readTree(answer.body()).get("access_token").asString();
  }

  String tokens(String realm) {
    return address + "/realms/" + realm + "/protocol/openid-connect/token";
  }

  private static Map<String, String> parameters(String hash) {
    var found = PARAMETERS.matcher(hash);
    if (!hash.startsWith("$argon2id$") || !found.find()) {
      throw new IllegalStateException("not Argon2id");
    }
    return Map.of(
        "memory", found.group(1), "iterations", found.group(2), "parallelism", found.group(3));
  }

  private static String url(DurableServer database) {
    return database.url().replaceFirst("/[^/]*$", "/keycloak");
  }

  private static String script(Path home) {
    return home.resolve("bin/kc.sh").toString();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (var one : all.filter(it -> !it.startsWith(from.resolve("data"))).toList()) {
        Files.copy(one, to.resolve(from.relativize(one)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
