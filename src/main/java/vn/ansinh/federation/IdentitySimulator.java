package vn.ansinh.federation;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.Secrets;

/**
 * VNeID (mô phỏng): an identity provider of this machine for whoever tries the demo. It speaks
 * OpenID Connect over HTTP like a real one (code, PKCE, a key made at the start), but asks nobody
 * for a password: its page lists invented people, and whoever presses a name is that person. Every
 * page says so. Nothing of the real VNeID is in it, and production refuses it. Thread-safe.
 */
public final class IdentitySimulator implements AutoCloseable {

  private static final Duration CODE_GOOD_FOR = Duration.ofMinutes(1);
  private static final int LONGEST_BODY = 16_384;

  /**
   * Somebody invented who may be signed in as.
   *
   * @param birthDate as providers write it
   */
  public record Citizen(String personalId, String fullName, String birthDate) {}

  /**
   * The one that may ask.
   *
   * @param redirect where browsers are sent back to, and nowhere else
   */
  public record Client(String id, String secret, URI redirect) {
    @Override
    public String toString() {
      return "Client[" + id + "]";
    }
  }

  private record Grant(AuthenticationRequest asked, Citizen citizen, int level, Instant at) {}

  private final List<Citizen> citizens;
  private final Client client;
  private final Clock clock;
  private final SimulatorTokens tokens;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();

  /**
   * Begins to listen on this machine.
   *
   * @param port 0 for any
   */
  public IdentitySimulator(int port, Client client, List<Citizen> citizens, Clock clock)
      throws IOException {
    this.citizens = List.copyOf(citizens);
    this.client = client;
    this.clock = clock;
    this.tokens = new SimulatorTokens(client.id(), clock);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body =
          new String(exchange.getRequestBody().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
      switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
        case "GET /.well-known/openid-configuration" -> send(exchange, 200, document());
        case "GET /keys" -> send(exchange, 200, tokens.keys());
        case "GET /authorize" -> ask(exchange, exchange.getRequestURI().getRawQuery());
        case "POST /authorize" -> chosen(exchange, URLUtils.parseParameters(body));
        case "POST /token" -> token(exchange, body);
        default -> exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private Map<String, Object> document() {
    return Map.ofEntries(
        Map.entry("issuer", issuer()),
        Map.entry("authorization_endpoint", issuer() + "/authorize"),
        Map.entry("token_endpoint", issuer() + "/token"),
        Map.entry("jwks_uri", issuer() + "/keys"),
        Map.entry("response_types_supported", List.of("code")),
        Map.entry("subject_types_supported", List.of("public")),
        Map.entry("code_challenge_methods_supported", List.of("S256")),
        Map.entry("authorization_response_iss_parameter_supported", true),
        Map.entry("id_token_signing_alg_values_supported", List.of("ES256")));
  }

  private void ask(HttpExchange exchange, String query) throws IOException {
    try {
      var asked = asked(query);
      page(exchange, SimulatorPage.of(asked, query, citizens));
    } catch (ParseException _) {
      exchange.sendResponseHeaders(400, -1);
    }
  }

  /** Back to the application with a code, or without where "no" was pressed. */
  private void chosen(HttpExchange exchange, Map<String, List<String>> form) throws IOException {
    try {
      var asked = asked(first(form, "request"));
      boolean low = form.containsKey("low");
      var number = first(form, low ? "low" : "citizen");
      var answer = "?iss=" + encoded(issuer()) + "&state=" + encoded(asked.getState().getValue());
      if (!number.matches("[0-9]{1,4}") || Integer.parseInt(number) >= citizens.size()) {
        seeOther(exchange, client.redirect() + answer + "&error=access_denied");
        return;
      }
      var citizen = citizens.get(Integer.parseInt(number));
      var code = Secrets.token(32);
      grants.values().removeIf(this::isOver);
      grants.put(code, new Grant(asked, citizen, low ? 1 : 2, clock.instant()));
      seeOther(exchange, client.redirect() + answer + "&code=" + code);
    } catch (ParseException _) {
      exchange.sendResponseHeaders(400, -1);
    }
  }

  /**
   * @throws ParseException for anything our own client would not ask
   */
  private AuthenticationRequest asked(String query) throws ParseException {
    var asked = AuthenticationRequest.parse(query);
    if (!asked.getClientID().getValue().equals(client.id())
        || !client.redirect().equals(asked.getRedirectionURI())
        || !asked.getResponseType().impliesCodeFlow()
        || asked.getState() == null
        || asked.getNonce() == null
        || asked.getCodeChallenge() == null
        || !CodeChallengeMethod.S256.equals(asked.getCodeChallengeMethod())) {
      throw new ParseException("not asked as agreed");
    }
    return asked;
  }

  private void token(HttpExchange exchange, String body) throws IOException {
    try {
      var http = new HTTPRequest(HTTPRequest.Method.POST, URI.create(issuer() + "/token"));
      http.setContentType("application/x-www-form-urlencoded");
      http.setAuthorization(exchange.getRequestHeaders().getFirst("Authorization"));
      http.setBody(body);
      var request = TokenRequest.parse(http);
      var grant =
          request.getAuthorizationGrant() instanceof AuthorizationCodeGrant brought
                  && isOurs(request)
              ? redeemed(brought)
              : null;
      if (grant == null) {
        send(exchange, 400, Map.of("error", "invalid_grant"));
        return;
      }
      send(
          exchange,
          200,
          Map.of(
              "access_token",
              Secrets.token(32),
              "token_type",
              "Bearer",
              "expires_in",
              SimulatorTokens.GOOD_FOR.toSeconds(),
              "id_token",
              tokens.signed(
                  issuer(), grant.citizen(), grant.level(), grant.asked().getNonce(), grant.at())));
    } catch (ParseException _) {
      send(exchange, 400, Map.of("error", "invalid_request"));
    }
  }

  private boolean isOurs(TokenRequest request) {
    return request.getClientAuthentication() instanceof ClientSecretBasic shown
        && shown.getClientID().getValue().equals(client.id())
        && Secrets.same(client.secret(), shown.getClientSecret().getValue());
  }

  /** Once, within its time, by the verifier of whoever asked. */
  private @Nullable Grant redeemed(AuthorizationCodeGrant brought) {
    var grant = grants.remove(brought.getAuthorizationCode().getValue());
    return grant != null
            && !isOver(grant)
            && client.redirect().equals(brought.getRedirectionURI())
            && brought.getCodeVerifier() != null
            && CodeChallenge.compute(CodeChallengeMethod.S256, brought.getCodeVerifier())
                .equals(grant.asked().getCodeChallenge())
        ? grant
        : null;
  }

  private boolean isOver(Grant grant) {
    return clock.instant().isAfter(grant.at().plus(CODE_GOOD_FOR));
  }

  private static String first(Map<String, List<String>> form, String name) {
    return form.getOrDefault(name, List.of("")).getFirst();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void seeOther(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(303, -1);
  }

  private static void send(HttpExchange exchange, int status, Map<String, Object> json)
      throws IOException {
    write(exchange, status, "application/json", JSONObjectUtils.toJSONString(json));
  }

  private static void page(HttpExchange exchange, String html) throws IOException {
    exchange
        .getResponseHeaders()
        .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    write(exchange, 200, "text/html; charset=utf-8", html);
  }

  private static void write(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
