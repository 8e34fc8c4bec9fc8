package vn.ansinh.bench;

import java.net.http.HttpClient;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ansinh.launcher.DurableServer;

/** People of a {@link Keycloak} who sign in with brute-force detection on and without consent. */
public final class KeycloakRealm {

  private static final String REALM = "bench";
  private static final String CLIENT = "bench";
  private static final String BACK = "http://localhost/back";
  private static final int AT_ONCE = 100;
  private static final Pattern FORM = Pattern.compile("kc-form-login\"[^>]*\\saction=\"([^\"]+)\"");

  private final JsonMapper json = new JsonMapper();
  private final Keycloak keycloak;

  private KeycloakRealm(Keycloak keycloak) {
    this.keycloak = keycloak;
  }

  /** {@code user-0}, {@code user-1}, … with one password, proved to be kept as it should be. */
  static KeycloakRealm in(Keycloak keycloak, int people, String password) throws Exception {
    keycloak.send(
        "/admin/realms",
        Map.of(
            "realm",
            REALM,
            "enabled",
            true,
            "sslRequired",
            "none",
            "bruteForceProtected",
            true,
            "passwordPolicy",
            "hashAlgorithm(argon2)",
            "clients",
            List.of(
                Map.of(
                    "clientId", CLIENT,
                    "publicClient", true,
                    "standardFlowEnabled", true,
                    "directAccessGrantsEnabled", true,
                    "consentRequired", false,
                    "redirectUris", List.of(BACK)))));
    for (int first = 0; first < people; first += AT_ONCE) {
      var users =
          IntStream.range(first, Math.min(people, first + AT_ONCE))
              .mapToObj(it -> user(it, password))
              .toList();
      keycloak.send(
          "/admin/realms/" + REALM + "/partialImport",
          Map.of("ifResourceExists", "FAIL", "users", users));
    }
    var realm = new KeycloakRealm(keycloak);
    realm.insistOnParameters(people);
    return realm;
  }

  /** The way of a browser nobody is signed in with: the page, then name and password. */
  public void signIn(HttpClient connection, Jar browser, int user, String password) {
    browser.forgetAll();
    var page =
        browser.get(
            connection,
            keycloak.address()
                + "/realms/"
                + REALM
                + "/protocol/openid-connect/auth?response_type=code&scope=openid&state=x&client_id="
                + CLIENT
                + "&redirect_uri="
                + BACK);
    var form = FORM.matcher(page.body());
    if (!form.find()) {
      throw new IllegalStateException("no page to sign in: " + page.statusCode());
    }
    var answer =
        browser.post(
            connection,
            form.group(1).replace("&amp;", "&"),
            Map.of("username", "user-" + user, "password", password, "credentialId", ""));
    if (!answer.headers().firstValue("Location").orElse("").matches(".*[?&]code=.+")) {
      throw new IllegalStateException("not let in: " + answer.statusCode());
    }
  }

  /** A single request with name and password, answered by tokens. */
  public void grant(HttpClient connection, int user, String password) {
    var answer =
        new Jar()
            .post(
                connection,
                keycloak.tokens(REALM),
                Map.of(
                    "grant_type",
                    "password",
                    "client_id",
                    CLIENT,
                    "scope",
                    "openid",
                    "username",
                    "user-" + user,
                    "password",
                    password));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("not let in: " + answer.body());
    }
  }

  private void insistOnParameters(int people) throws SQLException {
    var wanted = keycloak.parameters();
    int right = 0;
    try (var connection =
            DriverManager.getConnection(
                keycloak.database(), DurableServer.OWNER, DurableServer.PASSWORD);
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select c.credential_data
                from credential c join user_entity u on u.id = c.user_id
                where c.type = 'password' and u.username like 'user-%'
                """)) {
      while (rows.next()) {
        var kept = json.readTree(rows.getString(1));
        var more = kept.get("additionalParameters");
        var same =
            kept.get("algorithm").asString().equals("argon2")
                && kept.get("hashIterations").asString().equals(wanted.get("iterations"))
                && first(more, "memory").equals(wanted.get("memory"))
                && first(more, "parallelism").equals(wanted.get("parallelism"))
                && first(more, "hashLength").equals("32")
                && first(more, "type").equals("id");
        right += same ? 1 : 0;
      }
    }
    if (right != people) {
      throw new IllegalStateException("only " + right + " passwords are hashed with " + wanted);
    }
  }

  private static Map<String, Object> user(int number, String password) {
    var name = "user-" + number;
    return Map.of(
        "username",
        name,
        "email",
        name + "@example.vn",
        "emailVerified",
        true,
        "firstName",
        "Lan",
        "lastName",
        "Nguyen",
        "enabled",
        true,
        "credentials",
        List.of(Map.of("type", "password", "value", password)));
  }

  private static String first(JsonNode more, String name) {
    return more.get(name).get(0).asString();
  }
}
