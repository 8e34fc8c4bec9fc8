package vn.ansinh.federation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import vn.ansinh.federation.IdentityServer.Fault;

/** Signs as the server should, or ID tokens as somebody would who wants in. */
final class WrongTokens implements JwtEncoder {

  private static final RSAKey FOREIGN = IdentityServer.newKey();

  private final JwtEncoder right;
  private final IdentityServer server;

  WrongTokens(JWKSource<SecurityContext> keys, IdentityServer server) {
    this.right = new NimbusJwtEncoder(keys);
    this.server = server;
  }

  static void spoil(JwtClaimsSet.Builder claims, Fault fault) {
    var now = Instant.now();
    switch (fault) {
      case WRONG_NONCE -> claims.claim("nonce", "another");
      case WRONG_AUDIENCE -> claims.audience(List.of("another-client"));
      case WRONG_PARTY ->
          claims.audience(List.of(IdentityServer.CLIENT, "another")).claim("azp", "another");
      case WRONG_ISSUER -> claims.issuer("https://another.example");
      case EXPIRED ->
          claims.issuedAt(now.minus(Duration.ofHours(2))).expiresAt(now.minus(Duration.ofHours(1)));
      case A_MINUTE_AGO ->
          claims.claim("auth_time", java.util.Date.from(now.minus(Duration.ofMinutes(1))));
      case LONG_AGO ->
          claims.claim("auth_time", java.util.Date.from(now.minus(Duration.ofHours(1))));
      case AT_NO_TIME -> claims.claims(it -> it.remove("auth_time"));
      case FROM_TOMORROW ->
          claims.issuedAt(now.plus(Duration.ofDays(1))).expiresAt(now.plus(Duration.ofDays(2)));
      default -> {}
    }
  }

  @Override
  public Jwt encode(JwtEncoderParameters parameters) {
    var claims = parameters.getClaims().getClaims();
    boolean idToken = claims.containsKey("azp");
    try {
      return switch (idToken ? server.fault() : Fault.NONE) {
        case UNSIGNED -> token(new PlainJWT(set(claims)).serialize(), claims);
        case FOREIGN_KEY -> signed(JWSAlgorithm.RS256, new RSASSASigner(FOREIGN), claims);
        case SIGNED_WITH_OPEN_KEY ->
            signed(
                JWSAlgorithm.HS256,
                new MACSigner(server.keys.getFirst().toRSAPublicKey().getEncoded()),
                claims);
        default -> right.encode(parameters);
      };
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private Jwt signed(JWSAlgorithm algorithm, JWSSigner signer, Map<String, Object> claims)
      throws JOSEException {
    var header = new JWSHeader.Builder(algorithm).keyID(server.keys.getFirst().getKeyID()).build();
    var signed = new SignedJWT(header, set(claims));
    signed.sign(signer);
    return token(signed.serialize(), claims);
  }

  private static Jwt token(String value, Map<String, Object> claims) {
    return Jwt.withTokenValue(value).header("alg", "any").claims(it -> it.putAll(claims)).build();
  }

  private static JWTClaimsSet set(Map<String, Object> claims) {
    var set = new JWTClaimsSet.Builder();
    claims.forEach(
        (name, value) -> set.claim(name, value instanceof Instant at ? Date.from(at) : value));
    return set.build();
  }
}
