package vn.ansinh.federation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.langtag.LangTagException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One provider, spoken to in OpenID Connect: authorization code with PKCE (S256), state and nonce.
 * Tokens live in memory for the time of one call and are neither kept nor logged. Thread-safe.
 */
final class OpenIdProvider {

  private static final Logger LOG = LoggerFactory.getLogger(OpenIdProvider.class);

  /** Moments in tokens are whole seconds, and the request takes its time. */
  private static final Duration ROUNDED = Duration.ofSeconds(5);

  private final IdentityProvider face;
  private final FederationSettings.Provider settings;
  private final Discovery discovery;
  private final ProviderLine line;
  private final ClientProof proof;
  private final URI redirect;
  private final ClaimsReader claims;

  /**
   * @param redirect where the provider sends browsers back to, under our public address
   */
  OpenIdProvider(
      IdentityProvider face,
      FederationSettings.Provider settings,
      Discovery discovery,
      ProviderLine line,
      URI redirect) {
    this.face = face;
    this.settings = settings;
    this.discovery = discovery;
    this.line = line;
    this.proof = ClientProof.of(face.id(), settings);
    this.redirect = redirect;
    this.claims = new ClaimsReader(settings);
  }

  IdentityProvider face() {
    return face;
  }

  /** What tells this provider's accounts from those of others. */
  String issuer() {
    return String.valueOf(settings.issuer());
  }

  /** Whether it says when somebody signed in there: only that may take the place of a code. */
  boolean tellsWhen() {
    return settings.maxAge().isPositive();
  }

  void close() {
    line.close();
  }

  /**
   * Where the browser is sent to. Whoever wants a new password is asked there anew, also where the
   * browser is signed in.
   *
   * @throws IOException when the provider does not say where
   */
  URI leave(Departure departure, Purpose purpose, Locale language) throws IOException {
    var request =
        new AuthenticationRequest.Builder(ResponseType.CODE, scope(), proof.client(), redirect);
    if (tellsWhen()) {
      request.maxAge(Math.toIntExact(settings.maxAge().toSeconds()));
    }
    if (purpose == Purpose.RECOVER) {
      request.prompt(new Prompt(Prompt.Type.LOGIN));
    }
    return request
        .endpointURI(discovery.doors().metadata().getAuthorizationEndpointURI())
        .state(departure.state())
        .nonce(departure.nonce())
        .codeChallenge(departure.verifier(), CodeChallengeMethod.S256)
        .uiLocales(List.of(tag(language)))
        .build()
        .toURI();
  }

  /**
   * Whether an answer names this provider as its sender, where it must (RFC 9207).
   *
   * @throws IOException as {@link #leave}
   */
  boolean sent(Callback callback) throws IOException {
    boolean always = discovery.doors().metadata().supportsAuthorizationResponseIssuerParam();
    return callback.issuer().isEmpty() ? !always : callback.issuer().equals(issuer());
  }

  /**
   * Brings the code to the provider and judges what comes back.
   *
   * @param anew how long ago the browser left, where signing in there before that does not count
   */
  Proving prove(String code, Departure departure, Optional<Duration> anew) {
    var fresh = settings.maxAge();
    var since = anew.map(it -> it.plus(ROUNDED)).filter(it -> it.compareTo(fresh) < 0);
    try {
      return proved(code, departure, since.orElse(fresh));
    } catch (IOException | KeySourceException e) {
      return new Proving.Unavailable();
    } catch (ParseException | BadJOSEException | JOSEException e) {
      // The class alone: messages may quote what was sent.
      return refused(e.getClass().getSimpleName());
    }
  }

  private Proving proved(String code, Departure departure, Duration fresh)
      throws IOException, ParseException, BadJOSEException, JOSEException {
    var doors = discovery.doors();
    var endpoint = doors.metadata().getTokenEndpointURI();
    var request =
        new TokenRequest.Builder(
            endpoint,
            proof.to(doors.metadata().getIssuer()),
            new AuthorizationCodeGrant(
                new AuthorizationCode(code), redirect, departure.verifier()));
    if (proof.isByKey()) {
      // Said by the proof already; some servers want to read it outside as well.
      request.customParameter("client_id", proof.client().getValue());
    }
    var response = OIDCTokenResponseParser.parse(request.build().toHTTPRequest().send(line));
    if (!(response instanceof OIDCTokenResponse tokens)) {
      return refused("the code was not accepted");
    }
    var signed = tokens.getOIDCTokens().getIDToken();
    var identity = validator(doors).validate(signed, departure.nonce());
    if (!isForUs(identity)) {
      return refused("the token was made for another party");
    }
    if (!isFresh(identity, fresh)) {
      return refused("nobody signed in at the provider for this");
    }
    var all = new HashMap<String, Object>();
    if (settings.userInfo() && doors.metadata().getUserInfoEndpointURI() != null) {
      var told = userInfo(doors, tokens);
      if (!identity.getSubject().getValue().equals(told.get("sub"))) {
        return refused("UserInfo is about somebody else");
      }
      all.putAll(told);
    }
    all.putAll(identity.toJSONObject());
    return read(identity, all);
  }

  private Proving read(IDTokenClaimsSet identity, Map<String, Object> all) {
    return claims
        .read(identity.getSubject().getValue(), all)
        .<Proving>map(Proving.Proved::new)
        .orElseGet(
            () -> {
              LOG.warn("identity provider {} does not say who somebody is", face.id());
              return new Proving.Unreadable();
            });
  }

  private Map<String, Object> userInfo(Discovery.Doors doors, OIDCTokenResponse tokens)
      throws IOException, ParseException {
    var request =
        new UserInfoRequest(
            doors.metadata().getUserInfoEndpointURI(), tokens.getOIDCTokens().getAccessToken());
    var answer = request.toHTTPRequest().send(line);
    answer.ensureStatusCode(200);
    // Signed UserInfo is not asked for; what is no JSON object is refused here.
    return answer.getBodyAsJSONObject();
  }

  /** The library looks at the audience alone (OpenID Connect Core 1.0, 3.1.3.7, steps 4 and 5). */
  private boolean isForUs(IDTokenClaimsSet identity) {
    var party = identity.getAuthorizedParty();
    return party == null
        ? identity.getAudience().size() == 1
        : party.getValue().equals(proof.client().getValue());
  }

  /**
   * Both moments are the provider's own. Asked for again here, because the request went through the
   * browser (OpenID Connect Core 1.0, 3.1.2.1).
   */
  private boolean isFresh(IDTokenClaimsSet identity, Duration fresh) {
    if (!tellsWhen()) {
      return true;
    }
    var signedIn = identity.getAuthenticationTime();
    return signedIn != null
        && !signedIn.toInstant().isBefore(identity.getIssueTime().toInstant().minus(fresh));
  }

  /** Issuer, audience, both dates, nonce and signature. */
  private IDTokenValidator validator(Discovery.Doors doors) {
    var algorithms =
        settings.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet());
    return new IDTokenValidator(
        doors.metadata().getIssuer(),
        proof.client(),
        new JWSVerificationKeySelector<>(algorithms, doors.keys()),
        null);
  }

  private Proving refused(String why) {
    LOG.warn("an answer of identity provider {} was refused: {}", face.id(), why);
    return new Proving.Refused(why);
  }

  private Scope scope() {
    var scope = new Scope(settings.scopes().toArray(String[]::new));
    scope.add("openid");
    return scope;
  }

  private static LangTag tag(Locale language) {
    try {
      return new LangTag(language.getLanguage().equals("vi") ? "vi" : "en");
    } catch (LangTagException e) {
      throw new IllegalStateException(e);
    }
  }
}
